using System.Globalization;
using System.Xml.Linq;
using Lysekil.Publishing.Tests.Golden;
using Lysekil.Publishing.Tests.Samples;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Sitemaps;

/// <summary>What Google asks of a news sitemap (sitemap-news 0.9), and when ours changes.</summary>
public class NewsSitemapTests
{
    private const string Blob = "sitemap-nyheter.xml";

    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    private readonly SimulatedSite _site = new(Some.Clock());

    public static TheoryData<string> Sites => SampleSites.Names;

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Each_article_has_all_that_is_asked_for_and_is_a_page_that_is_there(string name)
    {
        var site = await SampleSites.GetAsync(name);
        var root = XDocument.Parse(site.Pages[Blob]).Root!;

        Assert.Equal(Sitemap + "urlset", root.Name);
        Assert.NotEmpty(root.Elements());
        Assert.All(root.Elements(), url =>
        {
            Assert.Equal([Sitemap + "loc", News + "news"], url.Elements().Select(e => e.Name));
            Assert.Equal([News + "publication", News + "publication_date", News + "title"], url.Element(News + "news")!.Elements().Select(e => e.Name));
            Assert.Equal([News + "name", News + "language"], url.Descendants(News + "publication").Single().Elements().Select(e => e.Name));
            Assert.Contains(new Uri(url.Element(Sitemap + "loc")!.Value).AbsolutePath[1..] + "index.html", site.Pages.Keys);
            Assert.Matches("^[a-z]{2,3}$", Text(url, "language"));
            Assert.All(url.Descendants(News + "news").Descendants().Where(e => !e.HasElements), e => Assert.NotEmpty(e.Value.Trim()));
        });
        var dates = root.Elements().Select(Published).ToList();
        Assert.Equal(dates.OrderDescending(), dates);
        Assert.True(dates[0] - dates[^1] <= TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task It_says_what_the_article_says()
    {
        var url = Assert.Single(XDocument.Parse((await GoldenSite.GetAsync()).Pages[Blob]).Root!.Elements());

        Assert.Equal(
            ["https://www.exempel.se/2026/05/varning/", "Lysekils nyheter", "sv", "2026-05-03T00:00:00+02:00", "En länk för lite"],
            url.Descendants().Where(e => !e.HasElements).Select(e => e.Value));
    }

    [Fact]
    public async Task It_holds_two_days_up_to_the_newest_article_across_a_new_year()
    {
        foreach (var date in new[] { "2025-12-29", "2025-12-30", "2025-12-31", "2026-01-01" })
        {
            await UploadAsync($"artiklar/{date}-den-{date}.md", Some.Article(date));
        }

        Assert.Equal(["2026-01-01", "2025-12-31", "2025-12-30"], Titles());
    }

    [Fact]
    public async Task It_follows_each_change_of_what_it_lists()
    {
        await UploadAsync("artiklar/2026-05-01-a.md", Some.Article("A"));
        await UploadAsync("artiklar/2026-05-02-b.md", Some.Article("B"));
        Assert.Equal(["B", "A"], Titles());

        await UploadAsync("artiklar/2026-05-01-a.md", Some.Article("Å"));
        Assert.Equal(["B", "Å"], Titles());

        await UploadAsync("artiklar/2026-05-01-a.md", Some.ArticleWith("lang: en-GB", "Å"));
        Assert.Equal(["sv", "en"], Root().Elements().Select(u => Text(u, "language")));

        await UploadAsync("site.yaml", "title: Nytt namn\nlanguage: nb-NO\n");
        Assert.All(Root().Elements(), u => Assert.Equal("Nytt namn", Text(u, "name")));
        Assert.Equal(["nb", "en"], Root().Elements().Select(u => Text(u, "language")));

        _site.Delete("artiklar/2026-05-02-b.md");
        await _site.SettleAsync();
        Assert.Equal(["Å"], Titles());

        _site.Delete("artiklar/2026-05-01-a.md");
        await _site.SettleAsync();
        Assert.DoesNotContain(Blob, _site.Pages.Keys);
        Assert.DoesNotContain(Blob, _site.Pages["sitemap.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_change_with_what_it_does_not_list()
    {
        await UploadAsync("artiklar/2026-05-02-b.md", Some.Article("B"));
        var before = _site.Storage.Web.Blobs[Blob].Properties.ETag;

        await UploadAsync("artiklar/2019-05-02-a.md", Some.Article("A"));
        await UploadAsync("artiklar/2026-05-02-b.md", Some.Article("B", "En ny text."));

        Assert.Equal(before, _site.Storage.Web.Blobs[Blob].Properties.ETag);
    }

    [Fact]
    public async Task It_holds_no_more_than_a_thousand()
    {
        for (var i = 0; i < 1_001; i++)
        {
            _site.Upload($"artiklar/2026-05-02-nr-{i}.md", $"# Nummer {i}\n");
        }

        await _site.SettleAsync();

        Assert.Equal(1_000, Root().Elements().Count());
    }

    private XElement Root() => XDocument.Parse(_site.Pages[Blob]).Root!;

    private IEnumerable<string> Titles() => Root().Elements().Select(u => Text(u, "title"));

    private static string Text(XElement url, string name) => Assert.Single(url.Descendants(News + name)).Value;

    /// <summary>Read strictly, as a moment of W3C Datetime with its offset.</summary>
    private static DateTimeOffset Published(XElement url) =>
        DateTimeOffset.ParseExact(Text(url, "publication_date"), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private Task UploadAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
