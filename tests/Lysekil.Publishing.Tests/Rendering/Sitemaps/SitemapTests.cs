using System.Xml.Linq;
using Lysekil.Publishing.Tests.Golden;

namespace Lysekil.Publishing.Tests.Rendering.Sitemaps;

public class SitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_index_names_a_sitemap_for_each_year_one_for_the_standing_pages_and_one_for_the_news()
    {
        var index = XDocument.Parse((await GoldenSite.GetAsync()).Pages["sitemap.xml"]).Root!;

        Assert.Equal(Sitemap + "sitemapindex", index.Name);
        Assert.Equal(
            [
                ("https://www.exempel.se/sitemap-2019.xml", "2019-10-05T00:00:00+02:00"),
                ("https://www.exempel.se/sitemap-2025.xml", "2025-11-21T00:00:00+01:00"),
                ("https://www.exempel.se/sitemap-2026.xml", "2026-05-04T11:00:00+02:00"),
            ],
            Entries(index).SkipLast(2));
        Assert.Equal(
            ["https://www.exempel.se/sitemap-sidor.xml", "https://www.exempel.se/sitemap-nyheter.xml"], Entries(index).TakeLast(2).Select(e => e.Url));
    }

    [Fact]
    public async Task Every_article_and_standing_page_is_in_one_with_its_last_change()
    {
        var pages = (await GoldenSite.GetAsync()).Pages;
        var sitemaps = pages.Where(p => p.Key.StartsWith("sitemap-", StringComparison.Ordinal) && p.Key != "sitemap-nyheter.xml").Select(p => XDocument.Parse(p.Value).Root!).ToList();

        Assert.All(sitemaps, s => Assert.Equal(Sitemap + "urlset", s.Name));
        Assert.Equal(
            ["/2019/10/valkyriorna/", "/2025/11/budget/", "/2025/11/skola/", "/2026/05/varning/", "/om/"],
            sitemaps.SelectMany(Entries).Select(e => new Uri(e.Url).AbsolutePath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Robots_are_told_where_it_is() => Assert.Equal(
        "User-agent: *\nAllow: /\n\nSitemap: https://www.exempel.se/sitemap.xml\n", (await GoldenSite.GetAsync()).Pages["robots.txt"]);

    private static IEnumerable<(string Url, string Changed)> Entries(XElement root) =>
        root.Elements().Select(e => (e.Element(Sitemap + "loc")!.Value, e.Element(Sitemap + "lastmod")?.Value ?? ""));
}
