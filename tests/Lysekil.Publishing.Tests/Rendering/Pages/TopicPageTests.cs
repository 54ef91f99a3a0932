using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

public class TopicPageTests
{
    private const string Topic = "amnen/hamn/index.html";

    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task A_topic_shows_its_newest_articles_of_all_years_with_lead_and_picture()
    {
        _site.Upload("bilder/kaj.png", SamplePicture.Png(1_000, 600));
        _site.Upload("artiklar/2024-05-01-bryggan.md", Some.ArticleWith("tags: [hamn]\nlead: Gammal.", "Bryggan"));
        _site.Upload(
            "artiklar/2026-05-01-kajen.md",
            Some.ArticleWith("tags: [hamn]\nlead: Ny.\nimage: /bilder/kaj.png", "Kajen"));
        await _site.SettleAsync();

        Assert.Equal(["Kajen", "Bryggan"], Texts(".card h2"));
        Assert.Equal(["Ny.", "Gammal."], Texts(".card h2 + p"));
        Assert.Equal("/bilder/kaj.png", Assert.Single(Page.QuerySelectorAll(".card img")).GetAttribute("src"));
        Assert.Equal(["2026", "2024"], Texts(".index a"));
    }

    /// <summary>The page is refreshed when its cards change, and not when only a text does.</summary>
    [Theory]
    [InlineData("lead: Annan.\ntags: [hamn]", "A.", true)]
    [InlineData("lead: En.\ntags: [hamn]", "B.", false)]
    public async Task A_change_of_what_a_card_shows_refreshes_the_topic(string settings, string text, bool isRefreshed)
    {
        _site.Upload("artiklar/2026-05-01-kajen.md", Some.ArticleWith("lead: En.\ntags: [hamn]", "Kajen", "A."));
        await _site.SettleAsync();

        _site.Storage.Content.Put("artiklar/2026-05-01-kajen.md", Some.ArticleWith(settings, "Kajen", text));
        var outcomes = await _site.Engine.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new("artiklar/2026-05-01-kajen.md")), 1), default);
        await _site.SettleAsync();

        Assert.Equal(
            isRefreshed, Assert.Single(outcomes).Followed.Any(f => f.Page == PageKey.Parse(Topic)));
        Assert.Equal([isRefreshed ? "Annan." : "En."], Texts(".card h2 + p"));
    }

    private IDocument Page => new HtmlParser().ParseDocument(_site.Pages[Topic]);

    private IEnumerable<string> Texts(string selector) =>
        Page.QuerySelectorAll(selector).Select(e => e.TextContent.Trim());
}
