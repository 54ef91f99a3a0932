using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Feeds;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Sitemaps;

/// <summary>
/// The news sitemap (Google's extension, sitemap-news 0.9): the articles of two days. No page knows what day it is, so they
/// are the two days up to the newest article; those who read it pass over what has grown old meanwhile.
/// </summary>
internal sealed class NewsSitemap(SiteIndex index)
{
    private const string Namespace = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>The most that the extension allows.</summary>
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
            : await index.SinceAsync(from, MostUrls, cancellation); // One that is newer still may have come since: its own refresh is to come too.
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
                xml.WriteElementString("publication_date", Namespace, new SwedishDate(article.Date!.Value).Iso);
                xml.WriteElementString("title", Namespace, article.Title);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }));
    }

    /// <summary>Without what follows the language itself: the extension wants ISO 639 alone, but for Chinese.</summary>
    private static string Language(string tag)
    {
        var lower = tag.ToLowerInvariant();
        return lower is "zh-cn" or "zh-tw" ? lower : lower.Split('-', 2)[0];
    }
}
