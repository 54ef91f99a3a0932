using System.Xml;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Feeds;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Sitemaps;

/// <summary>
/// The sitemaps (sitemaps.org protocol 0.9): one for the articles of each month, one for the standing pages, and an
/// index of these and <see cref="NewsSitemap"/>. Where the sitemap of a year was once, an index of its months stands
/// now (decision 0032). The index names none of these, since an index may not name another.
/// </summary>
internal sealed class SitemapPages(SiteIndex index)
{
    internal const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The limit of the protocol for one file.</summary>
    private const int MostUrls = 50_000;

    public async Task<RenderResult> RenderIndexAsync(Site site, CancellationToken cancellation)
    {
        var sitemaps = await index.SummariesAsync(IndexKeys.SitemapSummaries, cancellation);
        sitemaps.RemoveAll(s => PageRoute.Of(s.Page) is PageRoute.YearSitemap); // Of an earlier version.
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

    public async Task<RenderResult> RenderMonthAsync(Site site, Month month, CancellationToken cancellation)
    {
        var (from, to) = PeriodPages.Bounds(month, site.Settings.TimeZone);
        return Render(site, PageKey.MonthSitemap(month), await index.SitemapEntriesAsync(from, to, cancellation));
    }

    /// <summary>
    /// The sitemaps of a year's months. When they last changed is not said, so that the page changes a few times a year
    /// and a publish leaves it alone.
    /// </summary>
    public async Task<RenderResult> RenderYearAsync(Site site, int year, CancellationToken cancellation)
    {
        var months = await index.SummariesAsync(IndexKeys.SitemapsOfYear(year), cancellation);
        return months.Count == 0
            ? RenderResult.Nothing
            : new RenderResult(FeedXml.Render("application/xml; charset=utf-8", xml =>
            {
                xml.WriteStartElement("sitemapindex", Namespace);
                foreach (var month in months)
                {
                    WriteEntry(xml, "sitemap", site.Settings.Absolute(month.Page.Url), changed: null);
                }

                xml.WriteEndElement();
            }));
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

    private static DateTimeOffset BySiteClock(Site site, DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, site.Settings.TimeZone);

    private static void WriteEntry(XmlWriter xml, string element, string url, DateTimeOffset? changed)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteElementString("loc", Namespace, url);
        if (changed is { } moment)
        {
            xml.WriteElementString("lastmod", Namespace, Rfc3339.Of(moment));
        }

        xml.WriteEndElement();
    }
}
