using System.Text;
using Lysekil.Local.Import;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Local.Tests.Import;

public sealed class WordPressImportTests : IDisposable
{
    private readonly TemporaryFolder _source = new();
    private readonly TemporaryFolder _content = new();

    public void Dispose()
    {
        _source.Dispose();
        _content.Dispose();
    }

    [Fact]
    public void A_post_of_the_block_editor_keeps_address_moment_author_topics_and_pictures()
    {
        var notes = Run(WordPressSample.Attachment + WordPressSample.Post(
            """
            <!-- wp:paragraph --><p>Det blev <strong>ja</strong> till <a
            href="https://example.org/2014/05/01/forra/">det förra</a>.</p><!-- /wp:paragraph -->
            <!-- wp:heading --><h2 class="wp-block-heading">Bakgrund</h2><!-- /wp:heading -->
            <!-- wp:list --><ul><li>ett<ul><li>inre</li></ul></li><li>två</li></ul><!-- /wp:list -->
            <!-- wp:image {"id":9} --><figure class="wp-block-image"><a href="x"><img
            src="https://www.example.org/wp-content/uploads/2014/05/kajen-300x200.jpg" alt="Kajen i sol"/></a>
            <figcaption>Foto: Anna</figcaption></figure><!-- /wp:image -->
            <!-- wp:table --><figure class="wp-block-table"><table><thead><tr><th>Plats</th><th>Avgift</th></tr></thead>
            <tbody><tr><td>Kajen</td><td>100 kr</td></tr></tbody></table></figure><!-- /wp:table -->
            <!-- wp:embed {"url":"https://youtu.be/abc"} --><figure class="wp-block-embed"><div
            class="wp-block-embed__wrapper">
            https://youtu.be/abc
            </div></figure><!-- /wp:embed -->
            <!-- wp:latest-posts {"postsToShow":3} /-->
            """,
            "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>"));

        Assert.Equal(
            """
            ---
            title: 'Kajen: & bryggan'
            date: 2014-05-03 00:30
            lead: 'Kort om kajen, i korthet.'
            author: Anna Andersson
            tags: [Hamnen, Budget]
            image: /bilder/2014/05/kajen.jpg
            image_alt: Kajen i sol
            aliases: [/2014/05/02/kajen/]
            ---

            Det blev **ja** till [det förra](/2014/05/01/forra/).

            ## Bakgrund

            - ett
              - inre
            - två

            ![Kajen i sol](/bilder/2014/05/kajen.jpg "Foto: Anna")

            | Plats | Avgift |
            | --- | --- |
            | Kajen | 100 kr |

            https://youtu.be/abc

            """,
            Text("artiklar/2014/2014-05-03-kajen.md"));
        Assert.Contains(notes, n => n.Contains("latest-posts", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.Contains("save it as bilder/2014/05/kajen.jpg", StringComparison.Ordinal));
    }

    [Fact]
    public void A_post_of_the_classic_editor_keeps_paragraphs_captions_and_galleries()
    {
        Run(WordPressSample.Attachment + WordPressSample.Post(
            """
            Första stycket.
            Ny rad.

            [caption id="attachment_9" width="300"]<img src="http://example.org/wp-content/uploads/2014/05/kajen.jpg"
            alt="Kajen" /> Foto: Anna[/caption]

            <em>Slutet</em> [sic] är [nära].

            [gallery ids="9"]
            """));

        Assert.EndsWith(
            """

            Första stycket.\
            Ny rad.

            ![Kajen](/bilder/2014/05/kajen.jpg "Foto: Anna")

            *Slutet* \[sic\] är \[nära\].

            ![Kajen i sol](/bilder/2014/05/kajen.jpg "Foto: Anna")

            """,
            Text("artiklar/2014/2014-05-03-kajen.md"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft", "", true)]
    [InlineData("pending", "", true)]
    [InlineData("private", "", true)]
    [InlineData("publish", "hemligt", true)]
    [InlineData("publish", "", false)]
    [InlineData("future", "", false)]
    public void What_was_not_for_all_readers_is_a_draft(string status, string password, bool isDraft)
    {
        Run(WordPressSample.Post("Text.", $"<wp:post_password>{password}</wp:post_password>", status));

        Assert.Equal(isDraft, Text("artiklar/2014/2014-05-03-kajen.md").Contains("\ndraft: true\n"));
    }

    [Fact]
    public void A_deleted_post_is_left_out_and_told()
    {
        var notes = Run(WordPressSample.Post("Text.", status: "trash"));

        Assert.Equal([".lysekil-import"], _content.Files);
        Assert.Contains("trash", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_lie_in_the_folders_of_their_parents()
    {
        Run(WordPressSample.Page(2, 0, "om") + WordPressSample.Page(3, 2, "styrelsen"));

        Assert.Equal([".lysekil-import", "sidor/om.md", "sidor/om/styrelsen.md"], _content.Files);
        Assert.DoesNotContain("aliases", Text("sidor/om/styrelsen.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_without_a_date_gets_one_and_is_told()
    {
        var notes = Run(WordPressSample.Post("Text.").Replace("2014-05-02 22:30:00", "0000-00-00 00:00:00"));

        Assert.Equal([".lysekil-import", "artiklar/2000/2000-01-01-kajen.md"], _content.Files);
        Assert.Contains("2000-01-01", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_of_a_post_is_that_of_the_site()
    {
        _content.Write("site.yaml", "timeZone: America/New_York\n");

        Run(WordPressSample.Post("Text."));

        Assert.Contains(
            "\ndate: 2014-05-02 18:30\n", Text("artiklar/2014/2014-05-02-kajen.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_come_from_the_folder_of_uploads()
    {
        _source.Write("uploads/2014/05/kajen.jpg", "bild");

        Run(
            WordPressSample.Post("<img src=\"https://example.org/wp-content/uploads/2014/05/kajen.jpg\" alt=\"\">"),
            Path.Combine(_source.FullPath, "uploads"));

        Assert.Equal("bild", Text("bilder/2014/05/kajen.jpg"));
    }

    [Fact]
    public void Files_on_another_host_are_known_by_their_attachments_and_other_pictures_stay_where_they_are()
    {
        const string Elsewhere = "https://files.example.net/2014/05/sol";
        const string Other = "<img src=\"https://x.example/b.jpg\" alt=\"b\">";
        var notes = Run(
            WordPressSample.Attachment.Replace("https://www.example.org/wp-content/uploads/2014/05/kajen", Elsewhere)
                + WordPressSample.Post($"<img src=\"{Elsewhere}-300x200.jpg?w=1\" alt=\"a\"> {Other}"));

        Assert.EndsWith(
            "\n\n![a](/bilder/2014/05/sol.jpg) ![b](https://x.example/b.jpg)\n",
            Text("artiklar/2014/2014-05-03-kajen.md"),
            StringComparison.Ordinal);
        Assert.Equal(
            $"{Elsewhere}.jpg: The file is not here; save it as bilder/2014/05/sol.jpg.", Assert.Single(notes));
    }

    [Fact]
    public void A_second_import_doubles_nothing_and_leaves_what_was_changed()
    {
        var page = WordPressSample.Page(2, 0, "om");
        Run(WordPressSample.Post("Text.") + page);
        _content.Write("sidor/om.md", "Min egen text.");

        var renamed = WordPressSample.Post("Ny text.").Replace("<wp:post_name>kajen<", "<wp:post_name>bryggan<");
        var notes = Run(renamed + page);

        Assert.Equal(
            [".lysekil-import", "artiklar/2014/2014-05-03-bryggan.md", "sidor/om.md"], _content.Files);
        Assert.Contains("Ny text.", Text("artiklar/2014/2014-05-03-bryggan.md"), StringComparison.Ordinal);
        Assert.Equal("Min egen text.", Text("sidor/om.md"));
        Assert.Contains(notes, n => n.StartsWith("sidor/om.md: ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_written_is_read_without_a_remark()
    {
        Run(WordPressSample.Post("Ett stycke."));

        var reading = ManuscriptReader.Read(
            new SourcePath("artiklar/2014/2014-05-03-kajen.md"),
            Encoding.UTF8.GetBytes(Text("artiklar/2014/2014-05-03-kajen.md")),
            default,
            SiteSettings.Default.Region);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal("Kajen: & bryggan", reading.Manuscript!.Title);
        Assert.Equal("/2014/05/02/kajen/", Assert.Single(reading.Manuscript.Aliases).Url);
    }

    [Fact]
    public async Task The_old_addresses_of_an_export_all_lead_somewhere()
    {
        Run(
            WordPressSample.Post("<!-- wp:paragraph --><p>Ett <b>stycke</b>.</p><!-- /wp:paragraph -->")
                + WordPressSample.Page(2, 0, "om")
                + WordPressSample.Page(3, 2, "styrelsen"));
        var site = new SimulatedSite(new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero)));
        foreach (var name in _content.Files.Where(name => name.EndsWith(".md", StringComparison.Ordinal)))
        {
            site.Upload(name, Text(name));
        }

        await site.SettleAsync();

        Assert.Contains("<strong>stycke</strong>", site.Pages["2014/05/kajen/index.html"], StringComparison.Ordinal);
        Assert.Contains("/2014/05/kajen/", site.Pages["2014/05/02/kajen/index.html"], StringComparison.Ordinal);
        Assert.Contains("om/index.html", site.Pages.Keys);
        Assert.Contains("om/styrelsen/index.html", site.Pages.Keys);
    }

    [Theory]
    [InlineData("<rss><channel><title>Ett flöde</title></channel></rss>")]
    [InlineData("<rss><channel>")]
    public void A_file_that_is_no_export_is_refused(string xml)
    {
        var file = new FileInfo(_source.Write("export.xml", xml));
        var notes = new ImportNotes();

        Assert.Throws<RunnerException>(() =>
            Importer.Run(file, new ImportFolder(_content.FullPath, notes), notes, null));
    }

    private string Text(string name) => File.ReadAllText(Path.Combine(_content.FullPath, name));

    private List<string> Run(string items, string? uploads = null)
    {
        var export = new FileInfo(_source.Write("export.xml", WordPressSample.Export(items)));
        var notes = new ImportNotes();
        var folder = new ImportFolder(_content.FullPath, notes);
        Importer.Run(export, folder, notes, uploads);
        folder.Finish();
        return [.. notes.All.Select(n => $"{n.Where}: {n.What}")];
    }
}
