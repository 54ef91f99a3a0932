using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Feeds;

/// <summary>The newest articles, in full, in the three formats that feed readers understand.</summary>
/// <param name="archive">What is listed.</param>
/// <param name="texts">The articles' full texts.</param>
/// <param name="askingSite">The site's settings.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class FeedPage(ArchiveIndex archive, FeedTexts texts, Once<Site> askingSite, CancellationToken cancellation)
{
    /// <summary>The same in each format.</summary>
    private readonly Once<FeedItem[]> _items = new(() => ItemsAsync(archive, texts, askingSite, cancellation));

    public async Task<Rendering> RenderAsync(Site site, PageKey page)
    {
        var items = await _items.GetAsync();
        return new Rendering(
            page == PageKey.Rss ? RssFeed.Render(site.Settings, items)
            : page == PageKey.Atom ? AtomFeed.Render(site.Settings, items)
            : JsonFeed.Render(site.Settings, items));
    }

    private static async Task<FeedItem[]> ItemsAsync(ArchiveIndex archive, FeedTexts texts, Once<Site> askingSite, CancellationToken cancellation)
    {
        var settings = (await askingSite.GetAsync()).Settings;
        var articles = (await archive.LatestAsync(cancellation)).ConvertAll(a => (Article: a, Url: settings.Absolute(a.Page.Url)));
        var html = await texts.ReadAsync(articles, cancellation);
        return [.. articles.Zip(html, (a, text) => new FeedItem(a.Article, Id(settings, a.Article), a.Url, text))];
    }

    /// <summary>The article's identifier is its first date and path; the tag's own date is the year of that.</summary>
    private static string Id(SiteSettings settings, Listing article)
    {
        var colon = article.Id.IndexOf(':', StringComparison.Ordinal);
        var path = string.Join('/', article.Id[(colon + 1)..].Split('/').Select(Uri.EscapeDataString));
        return $"tag:{settings.FeedIdentity},{article.Id[..colon]}:{path}";
    }
}
