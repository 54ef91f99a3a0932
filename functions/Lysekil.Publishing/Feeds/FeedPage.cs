using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Articles;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Sites;

namespace Lysekil.Publishing.Feeds;

/// <summary>The newest articles, in full, in the three formats that feed readers understand.</summary>
internal sealed class FeedPage(ArchiveIndex archive, AcceptedSources accepted)
{
    private const int MostItems = 20;

    public async Task<Rendering> RenderAsync(Site site, PageKey page, CancellationToken cancellation)
    {
        var articles = await archive.LatestAsync(MostItems, cancellation);
        var items = await Task.WhenAll(articles.Select(a => ItemAsync(site.Settings, a, cancellation)));
        return new Rendering(
            page == PageKey.Rss ? RssFeed.Render(site.Settings, items)
            : page == PageKey.Atom ? AtomFeed.Render(site.Settings, items)
            : JsonFeed.Render(site.Settings, items));
    }

    private async Task<FeedItem> ItemAsync(SiteSettings settings, Listing article, CancellationToken cancellation)
    {
        var url = settings.Absolute(article.Page.Url);
        var text = await AcceptedText.ReadAsync(accepted, article, cancellation);
        return new FeedItem(article, Id(settings, article), url, text.ToHtml(new Uri(url)));
    }

    /// <summary>The article's identifier is its first date and path; the tag's own date is the year of that.</summary>
    private static string Id(SiteSettings settings, Listing article)
    {
        var colon = article.Id.IndexOf(':', StringComparison.Ordinal);
        var path = string.Join('/', article.Id[(colon + 1)..].Split('/').Select(Uri.EscapeDataString));
        return $"tag:{settings.FeedIdentity},{article.Id[..colon]}:{path}";
    }
}
