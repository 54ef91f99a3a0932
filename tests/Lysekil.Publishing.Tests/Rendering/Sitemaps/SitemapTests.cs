using System.Xml.Linq;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Tests.Golden;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Sitemaps;

public class SitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task The_index_names_a_sitemap_for_each_month_one_for_the_standing_pages_and_one_for_the_news()
    {
        var index = XDocument.Parse((await GoldenSite.GetAsync()).Pages["sitemap.xml"]).Root!;

        Assert.Equal(Sitemap + "sitemapindex", index.Name);
        Assert.Equal(
            [
                ("https://www.exempel.se/sitemap-2019-10.xml", "2019-10-05T00:00:00+02:00"),
                ("https://www.exempel.se/sitemap-2025-11.xml", "2025-11-21T00:00:00+01:00"),
                ("https://www.exempel.se/sitemap-2026-05.xml", "2026-05-04T11:00:00+02:00"),
            ],
            Entries(index).SkipLast(2));
        Assert.Equal(
            ["https://www.exempel.se/sitemap-sidor.xml", "https://www.exempel.se/sitemap-nyheter.xml"],
            Entries(index).TakeLast(2).Select(e => e.Url));
    }

    [Fact]
    public async Task Every_article_and_standing_page_is_in_one_with_its_last_change()
    {
        var pages = (await GoldenSite.GetAsync()).Pages;
        var sitemaps = pages.Where(
            p => p.Key.StartsWith("sitemap-", StringComparison.Ordinal) && p.Key != "sitemap-nyheter.xml")
            .Select(p => XDocument.Parse(p.Value).Root!)
            .Where(s => s.Name != Sitemap + "sitemapindex")
            .ToList();

        Assert.All(sitemaps, s => Assert.Equal(Sitemap + "urlset", s.Name));
        Assert.Equal(
            ["/2019/10/valkyriorna/", "/2025/11/budget/", "/2025/11/skola/", "/2026/05/varning/", "/om/"],
            sitemaps.SelectMany(Entries).Select(e => new Uri(e.Url).AbsolutePath).Order(StringComparer.Ordinal));
    }

    /// <summary>A search engine that knows the address of a year's sitemap finds the articles all the same.</summary>
    [Fact]
    public async Task The_address_of_a_year_leads_on_to_its_months_as_long_as_it_has_any()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        site.Upload("artiklar/2026-03-01-bron.md", Some.Article("Bron"));
        await site.SettleAsync();

        var year = XDocument.Parse(site.Pages["sitemap-2026.xml"]).Root!;
        Assert.Equal(Sitemap + "sitemapindex", year.Name);
        Assert.Equal(["/sitemap-2026-03.xml", "/sitemap-2026-05.xml"], Paths(year));
        Assert.DoesNotContain("sitemap-2026.xml", site.Pages["sitemap.xml"], StringComparison.Ordinal);

        site.Delete("artiklar/2026-03-01-bron.md");
        await site.SettleAsync();
        Assert.Equal(["/sitemap-2026-05.xml"], Paths(XDocument.Parse(site.Pages["sitemap-2026.xml"]).Root!));

        site.Delete("artiklar/2026-05-01-kajen.md");
        await site.SettleAsync();
        Assert.DoesNotContain(site.Pages, p => p.Key.StartsWith("sitemap-2026", StringComparison.Ordinal));
    }

    /// <summary>The rows that sites of earlier versions have: a summary of each year's sitemap.</summary>
    [Fact]
    public async Task A_rebuild_takes_the_sitemaps_of_years_out_of_the_index()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        await site.SettleAsync();
        var index = site.Pages["sitemap.xml"];
        var former = new PeriodSummary { Page = PageKey.YearSitemap(2026), Name = "sitemap-2026.xml" };
        var key = IndexKeys.SitemapSummary(former.Name);
        await site.Storage.Index.CommitAsync([new RowChange.Insert(key, former.Write())], default);

        await site.Engine.Rebuilder.StartAsync(default);
        await site.SettleAsync();

        Assert.Equal(index, site.Pages["sitemap.xml"]);
        Assert.DoesNotContain(site.Storage.Index.Rows, r => r.Key == key);
        Assert.Contains("/sitemap-2026-05.xml", site.Pages["sitemap-2026.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_robots_txt_names_the_index() => Assert.Equal(
        "User-agent: *\nAllow: /\n\nSitemap: https://www.exempel.se/sitemap.xml\n",
        (await GoldenSite.GetAsync()).Pages["robots.txt"]);

    private static IEnumerable<string> Paths(XElement root) =>
        Entries(root).Select(e => new Uri(e.Url).AbsolutePath);

    private static IEnumerable<(string Url, string Changed)> Entries(XElement root) =>
        root.Elements().Select(e => (e.Element(Sitemap + "loc")!.Value, e.Element(Sitemap + "lastmod")?.Value ?? ""));
}
