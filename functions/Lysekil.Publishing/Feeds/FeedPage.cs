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

    /// <summary>
    /// What the last feed gave, in whichever format: what was accepted never changes, and of a feed's articles mostly one is
    /// new. So a publish reads one text, and not twenty for each feed.
    /// </summary>
    private volatile IReadOnlyDictionary<(Listing Article, string Url), string> _texts = new Dictionary<(Listing, string), string>();

    public async Task<Rendering> RenderAsync(Site site, PageKey page, CancellationToken cancellation)
    {
        var articles = await archive.LatestAsync(MostItems, cancellation);
        var items = await Task.WhenAll(articles.Select(a => ItemAsync(site.Settings, a, cancellation)));
        _texts = items.ToDictionary(i => (i.Article, i.Url), i => i.Html);
        return new Rendering(
            page == PageKey.Rss ? RssFeed.Render(site.Settings, items)
            : page == PageKey.Atom ? AtomFeed.Render(site.Settings, items)
            : JsonFeed.Render(site.Settings, items));
    }

    private async Task<FeedItem> ItemAsync(SiteSettings settings, Listing article, CancellationToken cancellation)
    {
        var url = settings.Absolute(article.Page.Url);
        var html = _texts.GetValueOrDefault((article, url))
            ?? (await AcceptedText.ReadAsync(accepted, article, cancellation)).ToHtml(new Uri(url));
        return new FeedItem(article, Id(settings, article), url, html);
    }

    /// <summary>The article's identifier is its first date and path; the tag's own date is the year of that.</summary>
    private static string Id(SiteSettings settings, Listing article)
    {
        var colon = article.Id.IndexOf(':', StringComparison.Ordinal);
        var path = string.Join('/', article.Id[(colon + 1)..].Split('/').Select(Uri.EscapeDataString));
        return $"tag:{settings.FeedIdentity},{article.Id[..colon]}:{path}";
    }
}
