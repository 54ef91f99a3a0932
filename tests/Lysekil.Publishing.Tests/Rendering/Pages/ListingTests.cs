using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>What cards, lists and the ways to them have in common.</summary>
public class ListingTests
{
    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task A_card_names_its_first_topic_above_the_headline_and_at_most_one_more()
    {
        await PublishAsync("2026-05-01-kajen", "tags: [Hamnen, Budget, Skola, Trafik]");

        string[] pages =
        [
            "index.html", "nyhetsarkiv/2026/05/index.html", "amnen/hamnen/2026/index.html", "amnen/hamnen/index.html",
        ];
        Assert.All(pages, page =>
        {
            var card = Page(page).QuerySelector(".card")!;
            Assert.Equal("Hamnen", card.QuerySelector(".kicker")!.TextContent);
            Assert.Equal("H2", card.QuerySelector(".kicker")!.NextElementSibling!.TagName);
            Assert.Equal(["Budget"], card.QuerySelectorAll(".meta a").Select(a => a.TextContent));
            Assert.Equal("1 maj 2026", card.QuerySelector(".meta time")!.TextContent);
        });
    }

    [Fact]
    public async Task A_headline_in_another_language_says_so()
    {
        await PublishAsync("2026-05-01-ferry", "lang: en");
        await PublishAsync("2026-05-02-kajen", "author: A");

        Assert.Equal(["en", null], Page("index.html").QuerySelectorAll(".card h2").Reverse().Select(
            h => h.GetAttribute("lang")));
        Assert.Equal("en", Page("2026/05/kajen/index.html").QuerySelector("a[rel=prev]")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Months_are_newest_first_in_the_archive_as_in_their_year()
    {
        await PublishAsync("2026-02-01-a", "author: A");
        await PublishAsync("2026-04-01-b", "author: A");

        Assert.Equal(
            ["april", "februari"],
            Page("nyhetsarkiv/index.html").QuerySelectorAll(".months a").Select(a => a.TextContent));
        Assert.Equal(
            ["April", "Februari"],
            Page("nyhetsarkiv/2026/index.html").QuerySelectorAll(".month h2 a").Select(a => a.TextContent));
    }

    /// <summary>The separators are not read aloud.</summary>
    [Fact]
    public async Task Breadcrumbs_are_separated()
    {
        await PublishAsync("2026-05-01-kajen", "tags: [Hamnen]");

        Assert.Equal("Nyhetsarkiv › 2026 ›", Trail("nyhetsarkiv/2026/05/index.html"));
        Assert.Equal("Nyhetsarkiv ›", Trail("nyhetsarkiv/2026/index.html"));
        Assert.Equal("Ämnen ›", Trail("amnen/hamnen/index.html"));
        Assert.Equal("Ämnen › Hamnen ›", Trail("amnen/hamnen/2026/index.html"));
    }

    private string Trail(string page)
    {
        var trail = Page(page).QuerySelector(".trail")!;
        Assert.All(trail.QuerySelectorAll("span"), s => Assert.Equal("true", s.GetAttribute("aria-hidden")));
        return trail.TextContent;
    }

    private IDocument Page(string name) => new HtmlParser().ParseDocument(_site.Pages[name]);

    private Task PublishAsync(string name, string setting)
    {
        _site.Upload($"artiklar/{name}.md", Some.ArticleWith(setting));
        return _site.SettleAsync();
    }
}
