using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Feeds;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Sitemaps;

/// <summary>
/// The news sitemap (Google's extension, sitemap-news 0.9): the articles of two days. Pages do not depend on the clock
/// (R3), so these are the two days up to the newest article; search engines ignore entries that have become older.
/// </summary>
internal sealed class NewsSitemap(SiteIndex index)
{
    private const string Namespace = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>The limit of the extension.</summary>
    private const int MostUrls = 1_000;

    public static TimeSpan Span { get; } = TimeSpan.FromDays(2);

    public async Task<RenderResult> RenderAsync(Site site, CancellationToken cancellation)
    {
        var latest = await index.LatestAsync(cancellation);
        if (latest is not [{ Date: { } newest }, ..])
        {
            return RenderResult.Nothing;
        }

        var from = newest - Span;
        var articles = latest[^1].Date < from
            ? latest.FindAll(a => a.Date >= from)
            // An even newer article may have been added since; its publish refreshes this page again.
            : await index.SinceAsync(from, MostUrls, cancellation);
        return new RenderResult(FeedXml.Render("application/xml; charset=utf-8", xml =>
        {
            xml.WriteStartElement("urlset", SitemapPages.Namespace);
            xml.WriteAttributeString("xmlns", "news", null, Namespace);
            foreach (var article in articles)
            {
                xml.WriteStartElement("url", SitemapPages.Namespace);
                xml.WriteElementString("loc", SitemapPages.Namespace, site.Settings.Absolute(article.Page.Url));
                xml.WriteStartElement("news", Namespace);
                xml.WriteStartElement("publication", Namespace);
                xml.WriteElementString("name", Namespace, site.Settings.Title);
                xml.WriteElementString("language", Namespace, Language(article.Language ?? site.Settings.Language));
                xml.WriteEndElement();
                xml.WriteElementString("publication_date", Namespace, Rfc3339.Of(article.Date!.Value));
                xml.WriteElementString("title", Namespace, article.Title);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }));
    }

    /// <summary>The language without its subtags: the extension wants ISO 639 alone, except for Chinese.</summary>
    private static string Language(string tag)
    {
        var lower = tag.ToLowerInvariant();
        return lower is "zh-cn" or "zh-tw" ? lower : lower.Split('-', 2)[0];
    }
}
