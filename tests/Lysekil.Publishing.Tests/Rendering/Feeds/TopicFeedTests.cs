using System.Xml.Linq;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

/// <summary>Each topic has a feed of its own, which is in step with its articles.</summary>
public class TopicFeedTests
{
    private const string Feed = "amnen/hamnen/rss.xml";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task It_tells_of_the_topics_articles_in_full_newest_first()
    {
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [Hamnen]", "Kajen", "Ny kaj."));
        await PublishAsync("artiklar/2025-05-02-bryggan.md", Some.ArticleWith("tags: [Hamnen, Skola]", "Bryggan"));
        await PublishAsync("artiklar/2026-05-03-skolan.md", Some.ArticleWith("tags: [Skola]", "Skolan"));

        var channel = Channel();
        Assert.Equal(["Kajen", "Bryggan"], channel.Elements("item").Select(i => i.Element("title")!.Value));
        Assert.Contains("Ny kaj.", channel.Element("item")!.Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("Hamnen – ", channel.Element("title")!.Value, StringComparison.Ordinal);
        Assert.EndsWith("/amnen/hamnen/", channel.Element("link")!.Value, StringComparison.Ordinal);
        Assert.EndsWith("/amnen/hamnen/rss.xml", channel.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        Assert.All(["amnen/hamnen/index.html", "amnen/hamnen/2026/index.html"], page => Assert.Contains(
            "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Hamnen (RSS)\" href=\"/amnen/hamnen/rss.xml\">", _site.Pages[page], StringComparison.Ordinal));
        Assert.Equal(Items("rss.xml").Single(i => i.Contains("Kajen", StringComparison.Ordinal)), Items(Feed)[0]);
    }

    /// <summary>The listings of the topic stay as they are: only the feed has the text.</summary>
    [Fact]
    public async Task Another_text_of_an_article_is_in_it()
    {
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [Hamnen]\nlead: En kaj.\nupdated: 2026-05-02", "Kajen", "Ett."));
        var item = _site.ETagOf("amnen/hamnen/2026/index.html");

        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [Hamnen]\nlead: En kaj.\nupdated: 2026-05-02", "Kajen", "Två."));

        Assert.Contains("Två.", Items(Feed)[0], StringComparison.Ordinal);
        Assert.Equal(item, _site.ETagOf("amnen/hamnen/2026/index.html"));
    }

    [Fact]
    public async Task An_article_that_loses_the_topic_leaves_it_and_the_last_takes_it_along()
    {
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [Hamnen]", "Kajen"));
        await PublishAsync("artiklar/2026-05-02-bryggan.md", Some.ArticleWith("tags: [Hamnen]", "Bryggan"));

        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [Skola]", "Kajen"));
        Assert.Equal("Bryggan", Assert.Single(Channel().Elements("item")).Element("title")!.Value);

        _site.Delete("artiklar/2026-05-02-bryggan.md");
        await _site.SettleAsync();
        Assert.DoesNotContain(Feed, _site.Pages.Keys);
        Assert.Contains("amnen/skola/rss.xml", _site.Pages.Keys);
    }

    private List<string> Items(string feed) =>
        [.. XDocument.Parse(_site.Pages[feed]).Descendants("item").Select(i => i.ToString())];

    private XElement Channel() => XDocument.Parse(_site.Pages[Feed]).Root!.Element("channel")!;

    private Task PublishAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
