using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Tests.Samples;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

/// <summary>What the formats ask of every feed, on whole sites: each MUST, and the SHOULDs of their profiles.</summary>
public partial class FeedConformanceTests
{
    private const string Rfc3339 = "yyyy-MM-dd'T'HH:mm:sszzz";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static TheoryData<string> Sites => SampleSites.Names;

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task The_channel_of_Rss_has_one_of_each_element_that_it_must_have(string site)
    {
        foreach (var feed in await RssAsync(site))
        {
            var rss = await XmlAsync(site, feed);
            var channel = Assert.Single(rss.Elements());

            Assert.Equal(("rss", "2.0", "channel"), (rss.Name.LocalName, rss.Attribute("version")!.Value, channel.Name.LocalName));
            Assert.All(["title", "link", "description", "language", "lastBuildDate"], n => Assert.NotEmpty(Assert.Single(channel.Elements(n)).Value));
            Assert.Equal(channel.Element("link")!.Value + "rss.xml", Assert.Single(channel.Elements(Atom + "link")).Attribute("href")!.Value);
            Assert.EndsWith("/" + feed, channel.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
            Assert.InRange(channel.Elements("item").Count(), 1, 20);
        }
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task An_item_of_Rss_says_each_thing_once_and_with_a_date_of_Rfc_822(string site)
    {
        foreach (var feed in await RssAsync(site))
        {
            AssertItems([.. (await XmlAsync(site, feed)).Descendants("item")]);
        }
    }

    private static void AssertItems(IReadOnlyList<XElement> items)
    {
        Assert.All(items, item =>
        {
            XName[] all = ["title", "link", "guid", "pubDate", "description", Content + "encoded"];
            Assert.All(all, n => Assert.Single(item.Elements(n)));
            Assert.Empty(item.Elements("author")); // It must be a mail address: names are dc:creator.
            Assert.All(item.Elements(DublinCore + "creator"), c => Assert.NotEmpty(c.Value));
            Assert.InRange(item.Elements("enclosure").Count(), 0, 1);
            Assert.NotEmpty(item.Element("title")!.Value);
            Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
            var names = item.Elements().Select(e => e.Name).ToList();
            Assert.True(names.IndexOf("description") < names.IndexOf(Content + "encoded"));
        });
        Assert.All([.. items.Select(i => i.Element("pubDate")!), .. items.Ancestors("channel").Elements("lastBuildDate")], d => Rfc822(d.Value));
        Assert.Equal(items.Count, items.Select(i => i.Element("guid")!.Value).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Atom_has_one_of_each_element_that_a_feed_and_its_entries_must_have(string site)
    {
        var feed = await XmlAsync(site, "atom.xml");
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.All([feed, .. entries], e => Assert.All(["id", "title", "updated"], n => Assert.NotEmpty(Assert.Single(e.Elements(Atom + n)).Value)));
        Assert.All([feed, .. entries], e => Assert.True(Uri.TryCreate(e.Element(Atom + "id")!.Value, UriKind.Absolute, out _)));
        Assert.All(entries, e =>
        {
            Assert.NotEmpty(Assert.Single(e.Elements(Atom + "author")).Element(Atom + "name")!.Value);
            Assert.Single(e.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "alternate"); // RFC 4287, section 4.1.2
            Assert.True(Moment(e, "published") <= Moment(e, "updated"));
            Assert.InRange(e.Elements(Atom + "summary").Count(), 0, 1);
            Assert.Equal("html", Assert.Single(e.Elements(Atom + "content")).Attribute("type")!.Value);
        });
        Assert.Single(feed.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "self");
        Assert.Equal(entries.Max(e => Moment(e, "updated")), Moment(feed, "updated"));
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Json_Feed_has_what_a_feed_and_its_items_must_have(string site)
    {
        using var json = JsonDocument.Parse((await SampleSites.GetAsync(site)).Pages["feed.json"]);
        var feed = json.RootElement;

        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.NotEmpty(feed.GetProperty("title").GetString()!);
        Assert.Equal(feed.GetProperty("home_page_url").GetString() + "feed.json", feed.GetProperty("feed_url").GetString());
        Assert.InRange(feed.GetProperty("items").GetArrayLength(), 1, 20);
        Assert.All(feed.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.All(["id", "url", "title", "language"], n => Assert.NotEmpty(item.GetProperty(n).GetString()!));
            Assert.NotNull(item.GetProperty("content_html").GetString());
            Assert.All(["date_published", "date_modified"], n => Rfc3339Moment(item.GetProperty(n).GetString()!));
            Assert.False(item.TryGetProperty("author", out _)); // As in version 1.0.
        });
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task All_three_tell_of_the_same_articles_newest_first_with_nothing_but_absolute_addresses(string site)
    {
        var rss = (await XmlAsync(site, "rss.xml")).Descendants("item").Select(i => new Item(
            i.Element("guid")!.Value, i.Element("link")!.Value, WebUtility.HtmlDecode(i.Element("title")!.Value), Rfc822(i.Element("pubDate")!.Value), i.Element(Content + "encoded")!.Value));
        var atom = (await XmlAsync(site, "atom.xml")).Elements(Atom + "entry").Select(e => new Item(
            e.Element(Atom + "id")!.Value, e.Element(Atom + "link")!.Attribute("href")!.Value, e.Element(Atom + "title")!.Value, Moment(e, "published"), e.Element(Atom + "content")!.Value));
        using var feed = JsonDocument.Parse((await SampleSites.GetAsync(site)).Pages["feed.json"]);
        var json = feed.RootElement.GetProperty("items").EnumerateArray().Select(i => new Item(
            Text(i, "id"), Text(i, "url"), Text(i, "title"), Rfc3339Moment(Text(i, "date_published")), Unreadable().Replace(Text(i, "content_html"), ""))).ToList();

        Assert.Equal(json, rss);
        Assert.Equal(json, atom);
        Assert.Equal(json.OrderByDescending(i => i.Published), json);
        Assert.All(json, i => Assert.All(
            new HtmlParser().ParseDocument(i.Html).QuerySelectorAll("[href],[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).Append(i.Url),
            url => Assert.Matches("^(https?://|mailto:|tel:)", url)));
    }

    private sealed record Item(string Id, string Url, string Title, DateTimeOffset Published, string Html);

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static DateTimeOffset Moment(XElement element, string name) => Rfc3339Moment(element.Element(Atom + name)!.Value);

    private static DateTimeOffset Rfc3339Moment(string text) => DateTimeOffset.ParseExact(text, Rfc3339, CultureInfo.InvariantCulture);

    /// <summary>Read strictly: the weekday must be that of the date, the year have four digits and the offset be a number.</summary>
    private static DateTimeOffset Rfc822(string text)
    {
        Assert.Matches("^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} [+-][0-9]{4}$", text);
        return DateTimeOffset.ParseExact(text.Insert(text.Length - 2, ":"), "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
    }

    /// <summary>Read with every check on: a feed with one forbidden character is no feed.</summary>
    /// <summary>The site's feed, and those of its topics.</summary>
    private static async Task<IReadOnlyList<string>> RssAsync(string site)
    {
        var feeds = (await SampleSites.GetAsync(site)).Pages.Keys.Where(p => p.EndsWith("rss.xml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.InRange(feeds.Count, 3, 200);
        return feeds;
    }

    private static async Task<XElement> XmlAsync(string site, string feed) => XDocument.Parse((await SampleSites.GetAsync(site)).Pages[feed]).Root!;

    /// <summary>What JSON may hold and XML may not (XML 1.0, section 2.2).</summary>
    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]")]
    private static partial Regex Unreadable();
}
