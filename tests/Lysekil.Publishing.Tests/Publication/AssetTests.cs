using System.Text;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

public class AssetTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7"u8, 1, 2, 3];

    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task A_document_is_copied_under_its_own_name_and_type()
    {
        _site.Upload("artiklar/protokoll.pdf", Pdf);
        await _site.SettleAsync();

        var blob = _site.Storage.Web.Blobs["artiklar/protokoll.pdf"];
        Assert.Equal(Pdf, blob.Content.ToArray());
        Assert.Equal(
            ("application/pdf", "public, max-age=3600"),
            (blob.Properties.Headers.ContentType, blob.Properties.Headers.CacheControl));
        Assert.Equal("/artiklar/protokoll.pdf", _site.Storage.Content.Blobs["artiklar/protokoll.pdf"].Tags["url"]);
    }

    [Fact]
    public async Task A_document_is_replaced_and_deleted()
    {
        _site.Upload("artiklar/protokoll.pdf", Pdf);
        await _site.SettleAsync();
        _site.Upload("artiklar/protokoll.pdf", [.. Pdf, 4]);
        await _site.SettleAsync();
        Assert.Equal(Pdf.Length + 1, _site.Storage.Web.Blobs["artiklar/protokoll.pdf"].Content.Length);

        _site.Delete("artiklar/protokoll.pdf");
        await _site.SettleAsync();
        Assert.DoesNotContain("artiklar/protokoll.pdf", _site.Pages.Keys);
    }

    [Theory]
    [InlineData("bilder/x.svg", "<svg onload=alert(1)>", "file-type")]
    [InlineData("bilder/x.html", "<script>", "file-type")]
    [InlineData("bilder/x.js", "alert(1)", "file-type")]
    [InlineData("artiklar/x.docx", "PK", "word")]
    [InlineData("artiklar/x.odt", "PK", "word")]
    [InlineData("bilder/x.odt", "PK", "file-type")]
    [InlineData("bilder/x.docx", "PK", "file-type")]
    [InlineData("artiklar/x", "x", "file-type")]
    [InlineData("bilder/x.md", "# x", "file-type")]
    [InlineData("bilder/x.png", "<script>alert(1)</script>", "file-content")]
    [InlineData("bilder/x.jpg", "GIF89a", "file-content")]
    [InlineData("bilder/x.pdf", "<html>", "file-content")]
    [InlineData("bilder/x.gif", "", "file-content")]
    [InlineData("bilder/x.gif", "GIF89a", "picture")]
    [InlineData("bilder/x.png.0123abcd.400.webp", "RIFF0000WEBP", "url-reserved")]
    [InlineData("sidor/x.png", "x", "place")]
    [InlineData("x.md", "# x", "place")]
    [InlineData("artiklar/x?.md", "# x", "name")]
    public async Task An_unsuitable_file_is_refused_with_its_reason(string path, string content, string reason)
    {
        _site.Upload(path, content);
        await _site.SettleAsync();

        var tags = _site.Storage.Content.Blobs[path].Tags;
        Assert.Equal(("refused", reason), (tags["state"], tags["reason"]));
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("claim:", StringComparison.Ordinal));
        Assert.Contains(path, _site.Told, StringComparison.Ordinal);
    }

    /// <summary>
    /// The engine does not decode these formats. It could not remove the place where a picture was taken, and every
    /// visitor could read it.
    /// </summary>
    [Theory]
    [InlineData("bilder/x.heic", "file-type", "sparadensomJPEG")]
    [InlineData("bilder/x.AVIF", "file-type", "sparadensomJPEG")]
    [InlineData("artiklar/x.heif", "file-type", "sparadensomJPEG")]
    [InlineData("bilder/x.mp4", "file-content", "Sparaomfilen")]
    [InlineData("bilder/x.jpg", "file-content", "Sparaomfilen")]
    public async Task A_picture_whose_place_cannot_be_removed_is_refused(string path, string reason, string remedy)
    {
        _site.Upload(path, [0, 0, 0, 0x18, .. "ftypavif\0\0\0\0mif1avif"u8, .. "58.2739 11.4357"u8]);
        await _site.SettleAsync();

        Assert.Equal(reason, _site.Storage.Content.Blobs[path].Tags["reason"]);
        Assert.Contains(remedy, _site.Told.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Storage.Web.Blobs.Values, b => b.Content.Span.IndexOf("58.2739"u8) >= 0);
    }

    [Fact]
    public async Task A_still_gif_is_copied_byte_for_byte()
    {
        var gif = Convert.FromHexString(
            "47494638396101000100800000FF0000FFFFFF21F90400000000002C00000000010001000002024401003B");

        _site.Upload("bilder/x.gif", gif);
        await _site.SettleAsync();

        Assert.Equal(gif, _site.Storage.Web.Blobs["bilder/x.gif"].Content.ToArray());
        Assert.Equal("published", _site.Storage.Content.Blobs["bilder/x.gif"].Tags["state"]);
    }

    [Theory]
    [InlineData("gif")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task An_animation_leaves_without_the_place_where_it_was_taken(string extension)
    {
        var path = $"bilder/x.{extension}";
        _site.Upload(path, extension switch
        {
            "gif" => SampleAnimation.Gif("58.2739"u8),
            "png" => SampleAnimation.Png("58.2739"u8),
            _ => SampleAnimation.WebP("58.2739"u8),
        });
        await _site.SettleAsync();

        Assert.Equal("published", _site.Storage.Content.Blobs[path].Tags["state"]);
        Assert.True(_site.Storage.Web.Blobs[path].Content.Length > 50);
        Assert.DoesNotContain(_site.Storage.Web.Blobs.Values, b => b.Content.Span.IndexOf("58.2739"u8) >= 0);
    }

    [Theory]
    [InlineData("artiklar/protokoll.pdf", "%PDF-1.7\n<< /Author (Anna Ek) >>", "säger vem som har skrivit den")]
    [InlineData("bilder/film.mp4", "\0\0\0\u0018ftypmp42 ©xyz\0\u0012??+58.2739+011.4357/", "står var den spelades in")]
    public async Task A_file_that_tells_more_than_its_content_is_published_with_a_remark(
        string path, string content, string remark)
    {
        _site.Upload(path, Encoding.Latin1.GetBytes(content));
        await _site.SettleAsync();

        Assert.Equal("published", _site.Storage.Content.Blobs[path].Tags["state"]);
        Assert.Contains(remark, _site.Told, StringComparison.Ordinal);
        Assert.Contains(path, _site.Pages.Keys);
    }

    [Theory]
    [InlineData("image/jpeg", "FFD8FFE0", true)]
    [InlineData("image/png", "89504E470D0A1A0A", true)]
    [InlineData("image/gif", "474946383761", true)]
    [InlineData("image/webp", "524946460000000057454250", true)]
    [InlineData("image/webp", "524946460000000057415645", false)]
    [InlineData("image/avif", "0000001C6674797061766966", false)]
    [InlineData("application/pdf", "255044462D", true)]
    [InlineData("audio/mpeg", "494433", true)]
    [InlineData("audio/mpeg", "FFFB", true)]
    [InlineData("audio/mpeg", "3C68", false)]
    [InlineData("video/mp4", "00000018667479706D703432", true)]
    [InlineData("video/mp4", "000000186674797069736F6D", true)]
    [InlineData("video/mp4", "0000001866747970", false)]
    [InlineData("video/mp4", "000000186674797061766966", false)]
    [InlineData("video/mp4", "000000186674797061766973", false)]
    [InlineData("video/mp4", "000000186674797068656963", false)]
    [InlineData("video/mp4", "00000018667479706D696631", false)]
    [InlineData("text/html", "3C", false)]
    public void A_file_s_first_bytes_tell_its_type(string contentType, string start, bool matches) =>
        Assert.Equal(matches, AssetType.Matches(contentType, Convert.FromHexString(start)));

    [Fact]
    public async Task A_file_of_the_operating_system_is_ignored()
    {
        _site.Upload("bilder/.DS_Store", "x");
        await _site.SettleAsync();

        Assert.Empty(_site.Storage.Index.Rows);
        Assert.Empty(_site.Storage.Content.Blobs["bilder/.DS_Store"].Tags);
    }
}
