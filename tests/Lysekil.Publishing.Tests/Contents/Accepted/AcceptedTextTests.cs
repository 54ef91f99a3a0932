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
    [Theory]
    [InlineData("# Rubriken\n\nTexten.\n")]
    [InlineData("---\ntitle: Rubriken\n---\n# Rubriken\n\nTexten.\n")]
    [InlineData("# Rubriken\n\n2019-10-05 Texten.\n")]
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

    [Fact]
    public async Task A_text_that_shows_another_system_s_settings_stays_as_it_was()
    {
        const string File = "+++\ntitle = 'Ny kaj'\n+++\n\n# Rubriken\n\nTexten.\n";

        Assert.Equal("front-matter", Assert.Single(Some.Reading(File).Diagnostics).Code);
        Assert.Equal("<p>+++\ntitle = ’Ny kaj’\n+++</p>\n<p>Texten.</p>\n", await HtmlAsync(File));
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

        Assert.Same(content.Text, await accepted.ReadTextAsync(Some.ArticlePath, content.Hash, default));

        var otherProcess = new AcceptedSources(container);
        var text = await otherProcess.ReadTextAsync(Some.ArticlePath, content.Hash, default);
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
            (await accepted.ReadTextAsync(path, content.Hash, default)).ToHtml();
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
        return new AcceptedContent(ContentHash.Of(bytes), bytes, Some.Reading(file).Text);
    }

    /// <summary>The text's HTML in a process that has not validated it.</summary>
    private static async Task<string> HtmlAsync(string file, Uri? page = null)
    {
        var (content, container) = (ContentOf(file), NewContainer());
        await new AcceptedSources(container).KeepAsync(Some.ArticlePath, content, default);
        return (await new AcceptedSources(container).ReadTextAsync(Some.ArticlePath, content.Hash, default))
            .ToHtml(page);
    }
}
