using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Tests.Golden;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Sitemaps;

/// <summary>What the protocol (sitemaps.org, 0.9) asks of every sitemap, on whole sites.</summary>
public class SitemapConformanceTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static TheoryData<string> Sites => SampleSites.Names;

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task The_index_names_each_sitemap_once_with_the_newest_change_in_it(string name)
    {
        var site = await SampleSites.GetAsync(name);
        var index = Read(site, "sitemap.xml");

        Assert.Equal(Sitemap + "sitemapindex", index.Name);
        Assert.All(index.Elements(), e => Assert.Equal(Sitemap + "sitemap", e.Name));
        Assert.Equal(
            site.Pages.Keys.Where(p => p.StartsWith("sitemap-", StringComparison.Ordinal) && !IsOfYear(p))
                .Order(StringComparer.Ordinal),
            index.Elements().Select(e => BlobOf(Location(e))).Order(StringComparer.Ordinal));
        Assert.All(
            index.Elements().SkipLast(1),
            e => Assert.Equal(Read(site, BlobOf(Location(e))).Elements().Max(Changed), Changed(e)));
        Assert.Equal("sitemap-nyheter.xml", BlobOf(Location(index.Elements().Last())));
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task A_sitemap_keeps_the_limits_and_has_each_address_once(string name)
    {
        var site = await SampleSites.GetAsync(name);
        var sitemaps = SitemapsOf(site);

        Assert.NotEmpty(sitemaps);
        Assert.All(sitemaps, s =>
        {
            var root = Read(site, s);
            Assert.Equal(Sitemap + "urlset", root.Name);
            Assert.InRange(root.Elements(Sitemap + "url").Count(), 1, 50_000);
            Assert.InRange(Encoding.UTF8.GetByteCount(site.Pages[s]), 1, 52_428_800);
            Assert.All(root.Elements(), e => Assert.InRange(Location(e).AbsoluteUri.Length, 1, 2_047));
        });
        var all = sitemaps.Where(s => s != "sitemap-nyheter.xml")
            .SelectMany(s => Read(site, s).Elements())
            .Select(Location)
            .ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Each_address_is_an_existing_page_and_its_canonical_one(string name)
    {
        var site = await SampleSites.GetAsync(name);

        Assert.All(SitemapsOf(site).SelectMany(s => Read(site, s).Elements()).Select(Location), url =>
        {
            var page = site.Pages[BlobOf(url)];
            Assert.Contains($"<link rel=\"canonical\" href=\"{url.AbsoluteUri}\">", page, StringComparison.Ordinal);
            Assert.DoesNotContain("noindex", page, StringComparison.Ordinal);
            Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_date_of_change_does_not_move_with_a_rebuild_or_an_equal_upload()
    {
        var clock = Some.Clock();
        var site = new SimulatedSite(clock);
        site.Upload("artiklar/2026-05-02-bron.md", Some.Article("Bron"));
        site.Upload("artiklar/2026-05-03-kajen.md", Some.Article("Kajen"));
        await site.SettleAsync();
        var before = site.Pages["sitemap-2026-05.xml"];
        clock.Advance(TimeSpan.FromDays(1));

        site.Upload("artiklar/2026-05-02-bron.md", Some.Article("Bron"));
        site.Upload("tema/stil.css", "body{color:#000}");
        await site.SettleAsync();
        await site.Engine.Rebuilder.StartAsync(default);
        await site.SettleAsync();
        Assert.Equal(before, site.Pages["sitemap-2026-05.xml"]);

        site.Upload("artiklar/2026-05-02-bron.md", Some.Article("Bron", "En ny text."));
        await site.SettleAsync();
        var after = Read(site, "sitemap-2026-05.xml").Elements().ToDictionary(e => Location(e).AbsolutePath, Changed);
        Assert.Equal(clock.GetUtcNow(), after["/2026/05/bron/"]);
        Assert.Equal(new DateTimeOffset(2026, 5, 3, 0, 0, 0, TimeSpan.FromHours(2)), after["/2026/05/kajen/"]);
    }

    /// <summary>The address of a year has an index of its months, and an index may not name another.</summary>
    private static bool IsOfYear(string blob) =>
        PageRoute.Of(PageKey.Parse(blob)!) is PageRoute.YearSitemap;

    private static List<string> SitemapsOf(SimulatedSite site) =>
        [.. Read(site, "sitemap.xml").Elements().Select(e => BlobOf(Location(e)))];

    private static XElement Read(SimulatedSite site, string blob) => XDocument.Parse(site.Pages[blob]).Root!;

    private static Uri Location(XElement entry) =>
        new(Assert.Single(entry.Elements(Sitemap + "loc")).Value, UriKind.Absolute);

    /// <summary>Read strictly, as a moment of W3C Datetime with its offset.</summary>
    private static DateTimeOffset Changed(XElement entry) => DateTimeOffset.ParseExact(
        Assert.Single(entry.Elements(Sitemap + "lastmod")).Value,
        "yyyy-MM-dd'T'HH:mm:sszzz",
        CultureInfo.InvariantCulture);

    private static string BlobOf(Uri url) =>
        Uri.UnescapeDataString(url.AbsolutePath[1..]) + (url.AbsolutePath.EndsWith('/') ? "index.html" : "");
}
