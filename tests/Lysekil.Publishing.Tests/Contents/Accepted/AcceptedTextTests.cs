using System.Text;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Contents.Articles;

/// <summary>The text of a page or a feed, from content that was accepted once.</summary>
public class AcceptedTextTests
{
    /// <summary>The day of <see cref="Some.ArticlePath"/>.</summary>
    private static readonly DateOnly Day = new(2019, 10, 5);

    [Theory]
    [InlineData("# Rubriken\n\nTexten.\n")]
    [InlineData("---\ntitle: Rubriken\n---\n# Rubriken\n\nTexten.\n")]
    public async Task The_text_is_the_one_that_was_validated(string file)
    {
        Assert.Equal(Some.Reading(file).Text!.ToHtml(), await HtmlAsync(file));
        Assert.Equal("<p>Texten.</p>\n", await HtmlAsync(file));
    }

    [Theory]
    [InlineData("---\naliases: [\"/sok/\"]\n---\n# Rubriken\n\nTexten.\n")]
    [InlineData("---\ntitle: \"!\"\n---\nTexten.\n")]
    [InlineData("---\ndate: i fjol\n---\n# Rubriken\n\nTexten.\n")]
    [InlineData("---\nunlisted: true\n---\n# Rubriken\n\nTexten.\n")]
    [InlineData("---\ntitle: Rubriken\n...\ndraft: true\n---\nTexten.\n")]
    public async Task The_text_stays_readable_if_a_rule_refuses_the_file_today(string file)
    {
        Assert.Contains(Some.Reading(file).Diagnostics, r => r.Severity == Severity.Refusal);
        Assert.Equal("<p>Texten.</p>\n", await HtmlAsync(file));
    }

    [Theory]
    [InlineData("+++\ntitle = Ny kaj\n+++\n\n# Rubriken\n\nTexten.\n")]
    [InlineData("---\n- Ny kaj\n---\n\n# Rubriken\n\nTexten.\n")]
    public async Task The_text_stays_readable_if_its_settings_cannot_be_read_today(string file)
    {
        Assert.Equal("front-matter", Assert.Single(Some.Reading(file).Diagnostics).Code);
        Assert.Equal("<p>Texten.</p>\n", await HtmlAsync(file));
    }

    /// <summary>
    /// Whether an opening date leaves the text depends on the file's age, which the text's renderer does not know. It
    /// knows the article's date, and gives the same text from it.
    /// </summary>
    [Theory]
    [InlineData("2026-05-03", "artiklar/x.md", "", true)]
    [InlineData("2026-05-04", "artiklar/x.md", "", true)]
    [InlineData("2026-05-05", "artiklar/x.md", "", false)]
    [InlineData("2027-05-04", "artiklar/x.md", "", false)]
    [InlineData("2026-05-03", "artiklar/2026-05-03-x.md", "", false)]
    [InlineData("2026-05-03", "artiklar/2026-05-03-x/index.md", "", false)]
    [InlineData("2026-05-03", "artiklar/x.md", "---\ndatum: 2026-05-03\n---\n", false)]
    [InlineData("2026-05-03", "artiklar/x.md", "---\npublished: 2026-05-03\n---\n", false)]
    [InlineData("2026-05-03", "sidor/x.md", "", false)]
    public async Task An_opening_date_leaves_the_text_as_it_did_when_the_text_was_accepted(
        string date, string path, string settings, bool leaves)
    {
        foreach (var zone in new[] { "Europe/Stockholm", "America/Los_Angeles", "Asia/Tokyo" }
            .Select(TimeZoneInfo.FindSystemTimeZoneById))
        {
            var bytes = Encoding.UTF8.GetBytes($"{settings}# Rubriken\n\n{date} Texten.\n");
            var source = new SourcePath(path);
            var reading = ManuscriptReader.Read(source, bytes, Some.Now, Some.Sweden with { TimeZone = zone });
            Assert.Equal(
                leaves ? "<p>Texten.</p>\n" : $"<p>{date} Texten.</p>\n", reading.Text!.ToHtml());

            var (hash, container) = (ContentHash.Of(bytes), NewContainer());
            await new AcceptedSources(container).KeepAsync(source, new AcceptedContent(hash, bytes), default);
            var read = await new AcceptedSources(container).ReadTextAsync(
                source, hash, reading.Manuscript!.Day, default);

            Assert.Equal(reading.Text!.ToHtml(), read.ToHtml());
        }
    }

    /// <summary>A file that is deleted and comes back later may have reached the date that opens it.</summary>
    [Fact]
    public async Task Equal_contents_of_two_dates_are_two_texts()
    {
        const string File = "# Rubriken\n\n2026-12-15 Texten.\n";
        var (source, bytes) = (new SourcePath("artiklar/x.md"), Encoding.UTF8.GetBytes(File));
        var accepted = new AcceptedSources(NewContainer());
        foreach (var created in new[] { Some.Now, Some.Now.AddYears(1) })
        {
            var reading = ManuscriptReader.Read(source, bytes, created, Some.Sweden);
            var day = reading.Manuscript!.Day;
            await accepted.KeepAsync(
                source, new AcceptedContent(ContentHash.Of(bytes), bytes, reading.Text, day), default);

            var text = await accepted.ReadTextAsync(source, ContentHash.Of(bytes), day, default);
            Assert.Equal(reading.Text!.ToHtml(), text.ToHtml());
            Assert.Equal(created == Some.Now, text.ToHtml().Contains("2026-12-15", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task HTML_is_sanitised_for_the_page_and_for_feeds()
    {
        const string File = "# Rubriken\n\n<p>Texten <a href=\"/sok/\" onclick=\"x()\">här</a>.</p>\n";

        Assert.Equal("<p>Texten <a href=\"/sok/\">här</a>.</p>\n", await HtmlAsync(File));
        Assert.Equal(
            "<p>Texten <a href=\"https://example.se/sok/\">här</a>.</p>\n",
            await HtmlAsync(File, new Uri("https://example.se/2019/10/rubriken/")));
    }

    [Fact]
    public async Task A_text_that_was_kept_with_its_content_is_not_parsed_again()
    {
        var (content, container) = (ContentOf("# Rubriken\n\nTexten.\n"), NewContainer());
        var accepted = new AcceptedSources(container);
        await accepted.KeepAsync(Some.ArticlePath, content, default);

        Assert.Same(content.Text, await accepted.ReadTextAsync(Some.ArticlePath, content.Hash, Day, default));

        var otherProcess = new AcceptedSources(container);
        var text = await otherProcess.ReadTextAsync(Some.ArticlePath, content.Hash, Day, default);
        Assert.NotSame(content.Text, text);
        Assert.Equal(content.Text!.ToHtml(), text.ToHtml());
    }

    /// <summary>Relative links start at the source: equal bytes in another folder are another text.</summary>
    [Fact]
    public async Task Equal_contents_of_two_sources_are_two_texts()
    {
        var (content, other) =
            (ContentOf("# Rubriken\n\n![Kaj](kaj.jpg)\n"), new SourcePath("artiklar/2020-01-02-kopia.md"));
        var accepted = new AcceptedSources(NewContainer());
        await accepted.KeepAsync(Some.ArticlePath, content, default);

        Assert.Contains("/artiklar/2019/kaj.jpg", await HtmlAsync(Some.ArticlePath), StringComparison.Ordinal);
        Assert.Contains("/artiklar/kaj.jpg", await HtmlAsync(other), StringComparison.Ordinal);

        async Task<string> HtmlAsync(SourcePath path) =>
            (await accepted.ReadTextAsync(path, content.Hash, Day, default)).ToHtml();
    }

    /// <summary>The page and the feeds render one parsed text, each with addresses of its own.</summary>
    [Fact]
    public void A_text_renders_the_same_whatever_is_rendered_before_or_meanwhile()
    {
        const string Markdown =
            "# Rubriken\n\n[Sök](/sok/), [ner](#ner), ett ord.[^1]\n\n"
            + "![Kaj](kaj.jpg \"Kajen\")\n\n## Ner\n\n[^1]: Noten.\n";
        var page = new Uri("https://example.se/2019/10/rubriken/");
        var (relative, absolute) = (Some.Reading(Markdown).Text!.ToHtml(), Some.Reading(Markdown).Text!.ToHtml(page));
        Assert.Contains("href=\"/sok/\"", relative, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.se/sok/\"", absolute, StringComparison.Ordinal);

        var shared = Some.Reading(Markdown).Text!;

        Parallel.For(
            0, 500, i => Assert.Equal(i % 2 == 0 ? relative : absolute, shared.ToHtml(i % 2 == 0 ? null : page)));
    }

    private static IBlobContainer NewContainer() => new SimulatedStorage(Some.Clock()).Site.Accepted;

    private static AcceptedContent ContentOf(string file)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        return new AcceptedContent(ContentHash.Of(bytes), bytes, Some.Reading(file).Text, Day);
    }

    /// <summary>The text's HTML in a process that has not validated it.</summary>
    private static async Task<string> HtmlAsync(string file, Uri? page = null)
    {
        var (content, container) = (ContentOf(file), NewContainer());
        await new AcceptedSources(container).KeepAsync(Some.ArticlePath, content, default);
        return (await new AcceptedSources(container).ReadTextAsync(Some.ArticlePath, content.Hash, Day, default))
            .ToHtml(page);
    }
}
