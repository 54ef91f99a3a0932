using System.Xml;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Feeds;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Sitemaps;

/// <summary>
/// Sitemaps (sitemaps.org protocol 0.9): one for each year's articles, one for the standing pages, an index over them and
/// over <see cref="NewsSitemap"/>.
/// </summary>
internal sealed class SitemapPages(SiteIndex index)
{
    internal const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The most that the protocol allows in one file.</summary>
    private const int MostUrls = 50_000;

    public async Task<RenderResult> RenderIndexAsync(Site site, CancellationToken cancellation)
    {
        var sitemaps = await index.SummariesAsync(IndexKeys.SitemapSummaries, cancellation);
        return new RenderResult(FeedXml.Render("application/xml; charset=utf-8", xml =>
        {
            xml.WriteStartElement("sitemapindex", Namespace);
            foreach (var sitemap in sitemaps)
            {
                WriteEntry(xml, "sitemap", site.Settings.Absolute("/" + sitemap.Name), sitemap.Changed);
            }

            if (sitemaps.Exists(s => s.Page != PageKey.StandingPagesSitemap))
            {
                WriteEntry(xml, "sitemap", site.Settings.Absolute(PageKey.NewsSitemap.Url), changed: null);
            }

            xml.WriteEndElement();
        }));
    }

    public async Task<RenderResult> RenderYearAsync(Site site, int year, CancellationToken cancellation)
    {
        var (from, to) = PeriodPages.Bounds(year, site.Settings.TimeZone);
        return Render(site, PageKey.YearSitemap(year), await index.SitemapEntriesAsync(from, to, cancellation));
    }

    public async Task<RenderResult> RenderStandingPagesAsync(Site site, CancellationToken cancellation) =>
        Render(site, PageKey.StandingPagesSitemap, await index.StandingSitemapEntriesAsync(cancellation));

    private static RenderResult Render(Site site, PageKey page, List<SitemapEntry> entries)
    {
        if (entries.Count == 0)
        {
            return RenderResult.Nothing;
        }

        var rendered = FeedXml.Render("application/xml; charset=utf-8", xml =>
        {
            xml.WriteStartElement("urlset", Namespace);
            foreach (var entry in entries.Take(MostUrls))
            {
                WriteEntry(xml, "url", site.Settings.Absolute(entry.Page.Url), BySiteClock(site, entry.Changed));
            }

            xml.WriteEndElement();
        });
        return new RenderResult(rendered, new PeriodSummary
        {
            Page = page,
            Name = page.Value,
            Changed = BySiteClock(site, entries.Max(e => e.Changed)),
        });
    }

    private static DateTimeOffset BySiteClock(Site site, DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, site.Settings.TimeZone);

    private static void WriteEntry(XmlWriter xml, string element, string url, DateTimeOffset? changed)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteElementString("loc", Namespace, url);
        if (changed is { } moment)
        {
            xml.WriteElementString("lastmod", Namespace, new SwedishDate(moment).Iso);
        }

        xml.WriteEndElement();
    }
}
