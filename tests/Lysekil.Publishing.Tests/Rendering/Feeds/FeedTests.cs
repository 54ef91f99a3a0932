using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Tests.Golden;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public async Task Rss_says_what_its_profile_asks_for()
    {
        var channel = (await XmlAsync("rss.xml")).Element("channel")!;

        Assert.Equal("Lysekils nyheter", channel.Element("title")!.Value);
        Assert.Equal("https://www.exempel.se/", channel.Element("link")!.Value);
        Assert.Equal("Nyheter &amp; politik i \"Lysekil\".", channel.Element("description")!.Value);
        Assert.Equal("sv", channel.Element("language")!.Value);
        Assert.Equal("Mon, 04 May 2026 11:00:00 +0200", channel.Element("lastBuildDate")!.Value);
        var self = Assert.Single(channel.Elements(Atom + "link"));
        Assert.Equal(("self", "https://www.exempel.se/rss.xml"), (self.Attribute("rel")!.Value, self.Attribute("href")!.Value));
        Assert.Equal(4, channel.Elements("item").Count());
        foreach (var item in channel.Elements("item"))
        {
            Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
            Assert.Matches(@"^tag:www\.exempel\.se,\d{4}-\d{2}-\d{2}:artiklar/", item.Element("guid")!.Value);
            Assert.Matches(@"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$", item.Element("pubDate")!.Value);
            Assert.True(item.Elements().ToList().FindIndex(e => e.Name == "description") < item.Elements().ToList().FindIndex(e => e.Name == Content + "encoded"));
            Assert.InRange(item.Elements("enclosure").Count(), 0, 1);
            AssertAbsolute(item.Element(Content + "encoded")!.Value);
        }

        var budget = channel.Elements("item").Single(i => i.Element("link")!.Value.EndsWith("/budget/", StringComparison.Ordinal));
        Assert.Equal("Budget &amp; \"skatt\" &lt;2026&gt;", budget.Element("title")!.Value);
        Assert.Equal("Thu, 20 Nov 2025 18:30:00 +0100", budget.Element("pubDate")!.Value);
        Assert.Equal("Eva Ström", budget.Element(DublinCore + "creator")!.Value);
        Assert.Equal("Kommunens budget i korthet.", budget.Element("description")!.Value);
        Assert.Equal(["Ekonomi", "Åldringsvård", "Östersjön"], budget.Elements("category").Select(c => c.Value));
    }

    [Fact]
    public async Task Atom_has_what_it_must()
    {
        var feed = await XmlAsync("atom.xml");

        Assert.Equal("https://www.exempel.se/", feed.Element(Atom + "id")!.Value);
        Assert.Equal("2026-05-04T11:00:00+02:00", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("https://www.exempel.se/atom.xml", feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        foreach (var entry in entries)
        {
            Assert.NotEmpty(entry.Element(Atom + "title")!.Value);
            Assert.NotEmpty(entry.Element(Atom + "author")!.Element(Atom + "name")!.Value);
            Assert.True(Moment(entry, "published") <= Moment(entry, "updated"));
            Assert.Equal("html", entry.Element(Atom + "content")!.Attribute("type")!.Value);
            AssertAbsolute(entry.Element(Atom + "content")!.Value);
            Assert.Equal(entry.Element(Atom + "title")!.Value == "English text" ? "en" : null, entry.Attribute(XNamespace.Xml + "lang")?.Value);
        }

        Assert.Contains(entries, e => e.Attribute(XNamespace.Xml + "lang") is not null);
        Assert.Equal("sv", feed.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero), Moment(entries[0], "updated"));
        Assert.Equal(new DateTimeOffset(2026, 5, 2, 22, 0, 0, TimeSpan.Zero), Moment(entries[0], "published"));
    }

    [Fact]
    public async Task Json_feed_has_what_it_must()
    {
        using var json = JsonDocument.Parse((await GoldenSite.GetAsync()).Pages["feed.json"]);
        var feed = json.RootElement;

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal("https://www.exempel.se/", feed.GetProperty("home_page_url").GetString());
        Assert.Equal("https://www.exempel.se/feed.json", feed.GetProperty("feed_url").GetString());
        Assert.Equal("sv", feed.GetProperty("language").GetString());
        foreach (var item in feed.GetProperty("items").EnumerateArray())
        {
            Assert.StartsWith("tag:", item.GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.StartsWith("https://", item.GetProperty("url").GetString(), StringComparison.Ordinal);
            Assert.Matches(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$", item.GetProperty("date_published").GetString());
            AssertAbsolute(item.GetProperty("content_html").GetString()!);
        }

        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("en", items.Single(i => i.GetProperty("title").GetString() == "English text").GetProperty("language").GetString());
        var budget = items.Single(i => i.TryGetProperty("authors", out _));
        Assert.Equal("Eva Ström", budget.GetProperty("authors")[0].GetProperty("name").GetString());
        Assert.Equal("https://www.exempel.se/bilder/hamn.png", budget.GetProperty("image").GetString());
    }

    [Fact]
    public async Task All_three_give_an_article_the_same_identity_and_their_own_type()
    {
        var site = await GoldenSite.GetAsync();
        using var json = JsonDocument.Parse(site.Pages["feed.json"]);
        var ids = json.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()).ToList();

        Assert.Equal(ids, (await XmlAsync("rss.xml")).Descendants("guid").Select(g => g.Value));
        Assert.Equal(ids, (await XmlAsync("atom.xml")).Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
        Assert.Equal(
            ["application/atom+xml; charset=utf-8", "application/feed+json", "application/rss+xml; charset=utf-8"],
            new[] { "atom.xml", "feed.json", "rss.xml" }.Select(f => site.Storage.Web.Blobs[f].Properties.Headers.ContentType));
    }

    private static void AssertAbsolute(string html) => Assert.All(
        new HtmlParser().ParseDocument(html).QuerySelectorAll("[href],[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!),
        url => Assert.Matches(new Regex("^(https?://|mailto:|tel:)"), url));

    private static DateTimeOffset Moment(XElement entry, string name) =>
        DateTimeOffset.ParseExact(entry.Element(Atom + name)!.Value, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Read with every check on: a feed with one forbidden character is no feed.</summary>
    private static async Task<XElement> XmlAsync(string feed) => XDocument.Parse((await GoldenSite.GetAsync()).Pages[feed]).Root!;
}
