using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>Each person whom a byline names has a page and a feed, and the byline leads there.</summary>
public class AuthorPagesTests
{
    private const string Page = "av/eva-ek/index.html";
    private const string Feed = "av/eva-ek/rss.xml";

    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task It_lists_the_person_s_articles_newest_first_and_has_a_feed()
    {
        await PublishAsync("kajen", "2026-05-01", "Eva Ek");
        await PublishAsync("bron", "2026-05-02", "Eva Ek och Per Berg");
        await PublishAsync("skolan", "2026-05-03", "Per Berg");

        Assert.Equal(["bron", "kajen"], Titles(Page));
        Assert.Equal(["skolan", "bron"], Titles("av/per-berg/index.html"));
        Assert.Equal("Eva Ek", Document(Page).QuerySelector("h1")!.TextContent);
        Assert.Contains(
            "title=\"Eva Ek (RSS)\" href=\"/av/eva-ek/rss.xml\"", _site.Pages[Page], StringComparison.Ordinal);
        var channel = XDocument.Parse(_site.Pages[Feed]).Root!.Element("channel")!;
        Assert.Equal(["bron", "kajen"], channel.Elements("item").Select(i => i.Element("title")!.Value));
        Assert.StartsWith("Eva Ek – ", channel.Element("title")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Eva Ek", "Eva Ek", "/av/eva-ek/")]
    [InlineData("[Eva Ek, Per Berg]", "Eva Ek och Per Berg", "/av/eva-ek/ /av/per-berg/")]
    [InlineData("Eva Ek, TT och Åsa af Ödberg", "Eva Ek, TT och Åsa af Ödberg", "/av/eva-ek/ /av/asa-af-odberg/")]
    [InlineData("Text och foto Eva Ek", "Text och foto Eva Ek", "")]
    [InlineData("Redaktionen", "Redaktionen", "")]
    [InlineData("Lysekils Hamn AB", "Lysekils Hamn AB", "")]
    [InlineData("Eva Ek & Eva Ek", "Eva Ek & Eva Ek", "/av/eva-ek/")]
    public async Task The_byline_leads_to_the_page_of_each_person_and_reads_as_before(
        string author, string shown, string links)
    {
        await PublishAsync("kajen", "2026-05-01", author);

        var byline = Document("2026/05/kajen/index.html").QuerySelector(".author")!;
        Assert.Equal(shown, byline.TextContent);
        Assert.Equal(links, string.Join(' ', byline.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))));
        Assert.Equal(
            links.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(l => $"{l[1..]}index.html").Order(),
            _site.Pages.Keys.Where(k => k.StartsWith("av/", StringComparison.Ordinal)
                && k.EndsWith(".html", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData("en", "", "Eva Ek, Per Berg and Ulf Li")]
    [InlineData("nb", "", "Eva Ek, Per Berg og Ulf Li")]
    [InlineData("fi", "", "Eva Ek, Per Berg ja Ulf Li")]
    [InlineData("fi", "lang: en-GB\n", "Eva Ek, Per Berg and Ulf Li")]
    [InlineData("sv", "lang: de\n", "Eva Ek, Per Berg och Ulf Li")]
    public async Task Several_authors_are_named_as_in_the_language_of_the_text(
        string site, string language, string shown)
    {
        _site.Upload("site.yaml", $"title: Bladet\nlanguage: {site}\n");
        await _site.SettleAsync();
        await PublishAsync("kajen", "2026-05-01", $"[Eva Ek, Per Berg, Ulf Li]\n{language}");

        Assert.Equal(shown, Document("2026/05/kajen/index.html").QuerySelector(".author")!.TextContent);
        Assert.Equal(3, _site.Pages.Keys.Count(k => k.StartsWith("av/", StringComparison.Ordinal)
            && k.EndsWith(".html", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_follows_each_change_and_goes_with_the_last_article()
    {
        await PublishAsync("kajen", "2026-05-01", "Eva Ek");
        await PublishAsync("bron", "2026-05-02", "Eva Ek");

        await PublishAsync("kajen", "2026-05-01", "Eva Ek", "Kajen invigd", "Nytt.");
        Assert.Equal(["bron", "Kajen invigd"], Titles(Page));
        Assert.Contains("Nytt.", _site.Pages[Feed], StringComparison.Ordinal);

        await PublishAsync("kajen", "2026-05-01", "Eva Ek", "Kajen invigd", "Annat.");
        Assert.Contains("Annat.", _site.Pages[Feed], StringComparison.Ordinal);

        await PublishAsync("bron", "2026-05-02", "Per Berg");
        Assert.Equal(["Kajen invigd"], Titles(Page));

        _site.Delete("artiklar/2026-05-01-kajen.md");
        await _site.SettleAsync();
        Assert.DoesNotContain(Page, _site.Pages.Keys);
        Assert.DoesNotContain(Feed, _site.Pages.Keys);
    }

    [Fact]
    public async Task The_settings_give_the_address_of_a_person_and_a_bad_one_is_left_out()
    {
        await PublishAsync("kajen", "2026-05-01", "Eva Ek och Per Berg");

        _site.Upload("site.yaml", "title: Bladet\nauthors:\n  Eva Ek: eva@exempel.se\n  Per Berg: ring mig\n");
        await _site.SettleAsync();

        Assert.Equal(
            "mailto:eva@exempel.se", Document(Page).QuerySelector("a[href^=mailto]")!.GetAttribute("href"));
        Assert.Null(Document("av/per-berg/index.html").QuerySelector("a[href^=mailto]"));
        var warning = Assert.Single(_site.Outcomes.Last(o => o.Path.Value == "site.yaml").Diagnostics);
        Assert.Equal(("value", (int?)4), (warning.Code, warning.Line));
        Assert.Equal("Bladet", Document(Page).QuerySelector(".brand")!.TextContent);
    }

    [Fact]
    public async Task Search_engines_are_told_of_the_page()
    {
        await PublishAsync("kajen", "2026-05-01", "Eva Ek och Per Berg");

        Assert.Contains(
            "\"author\":[{\"@type\":\"Person\",\"name\":\"Eva Ek\",\"url\":\"http://localhost:4280/av/eva-ek/\"},",
            _site.Pages["2026/05/kajen/index.html"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_makes_it_and_a_sweep_leaves_it()
    {
        await PublishAsync("kajen", "2026-05-01", "Eva Ek");
        var (page, feed) = (_site.Pages[Page], _site.Pages[Feed]);
        _site.Storage.Web.Delete(Page);
        _site.Storage.Web.Delete(Feed);

        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();
        Assert.Equal((page, feed), (_site.Pages[Page], _site.Pages[Feed]));

        await _site.Engine.Reconciler.ReconcilePagesAsync(default);
        await _site.SettleAsync();
        Assert.Equal((page, feed), (_site.Pages[Page], _site.Pages[Feed]));
    }

    [Fact]
    public async Task An_expired_article_leaves_it_and_leads_there_no_more()
    {
        await PublishAsync("kajen", "2026-05-01", "Eva Ek\nexpires: 2026-05-02");

        Assert.DoesNotContain(Page, _site.Pages.Keys);
        Assert.DoesNotContain("/av/", _site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
        Assert.Contains("Eva Ek", _site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
    }

    private IEnumerable<string> Titles(string page) =>
        Document(page).QuerySelectorAll(".card h2").Select(h => h.TextContent);

    private IDocument Document(string page) => new HtmlParser().ParseDocument(_site.Pages[page]);

    private Task PublishAsync(
        string name, string date, string author, string? title = null, string text = "Ett stycke om saken.")
    {
        _site.Upload(
            $"artiklar/{date}-{name}.md", Some.ArticleWith($"author: {author}", title ?? name, text));
        return _site.SettleAsync();
    }
}
