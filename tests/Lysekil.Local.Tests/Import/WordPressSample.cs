namespace Lysekil.Local.Tests.Import;

/// <summary>A small export of WordPress, as its own exporter writes it.</summary>
internal static class WordPressSample
{
    /// <summary>A picture of the post.</summary>
    public const string Attachment =
        """
        <item><title>Kajen</title><excerpt:encoded><![CDATA[Foto: Anna]]></excerpt:encoded>
        <wp:post_id>9</wp:post_id><wp:post_parent>1</wp:post_parent><wp:post_type>attachment</wp:post_type>
        <wp:status>inherit</wp:status>
        <wp:attachment_url>https://www.example.org/wp-content/uploads/2014/05/kajen.jpg</wp:attachment_url>
        <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>
        <wp:meta_value><![CDATA[Kajen i sol]]></wp:meta_value></wp:postmeta></item>
        """;

    public static string Export(string items) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
          xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Bladet</title>
        <link>https://example.org</link><wp:wxr_version>1.2</wp:wxr_version>
        <wp:base_blog_url>https://example.org</wp:base_blog_url>
        <wp:author><wp:author_login>anna</wp:author_login>
        <wp:author_display_name><![CDATA[Anna Andersson]]></wp:author_display_name></wp:author>
        {items}
        </channel></rss>
        """;

    /// <summary>A post of the late evening of the second of May in UTC, which is the third in Sweden.</summary>
    public static string Post(string content, string more = "", string status = "publish") =>
        $"""
        <item><title>Kajen: &amp;amp; bryggan</title><link>https://www.example.org/2014/05/02/kajen/</link>
        <dc:creator>anna</dc:creator><content:encoded><![CDATA[{content}]]></content:encoded>
        <excerpt:encoded><![CDATA[<p>Kort om kajen,
        i korthet.</p>]]></excerpt:encoded><wp:post_id>1</wp:post_id>
        <wp:post_date>2014-05-02 22:30:00</wp:post_date><wp:post_date_gmt>2014-05-02 22:30:00</wp:post_date_gmt>
        <wp:post_name>kajen</wp:post_name><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type>
        <category domain="category" nicename="hamnen"><![CDATA[Hamnen]]></category>
        <category domain="category" nicename="okategoriserade"><![CDATA[Okategoriserade]]></category>
        <category domain="post_tag" nicename="budget"><![CDATA[Budget]]></category>{more}</item>
        """;

    public static string Page(int id, int parent, string name) =>
        $"""
        <item><title>{name}</title><link>https://example.org/{(parent == 0 ? "" : "om/")}{name}/</link>
        <content:encoded><![CDATA[Text.]]></content:encoded><wp:post_id>{id}</wp:post_id>
        <wp:post_date>2014-05-02 22:30:00</wp:post_date><wp:post_parent>{parent}</wp:post_parent>
        <wp:post_name>{name}</wp:post_name><wp:status>publish</wp:status><wp:post_type>page</wp:post_type></item>
        """;
}
