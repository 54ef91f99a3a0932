using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>
/// The feeds: the newest articles in three formats, with their full texts, or with their leads alone if the settings
/// ask for that.
/// </summary>
/// <param name="index">Lists the newest articles.</param>
/// <param name="texts">Reads the articles' full texts.</param>
/// <param name="held">Counts what is read of the texts.</param>
/// <param name="askingSite">Reads the site's settings.</param>
/// <param name="cancellation">Cancels the rendering.</param>
internal sealed class FeedPage(
    SiteIndex index, FeedTexts texts, HeldMemory held, AsyncLazy<Site> askingSite, CancellationToken cancellation)
{
    /// <summary>The items, which are the same in each format.</summary>
    private readonly AsyncLazy<FeedItem[]> _newest = new(async () =>
        await ItemsAsync(
            texts, held, (await askingSite.GetAsync()).Settings, await index.InFeedsAsync(cancellation), cancellation));

    public async Task<RenderResult> RenderAsync(Site site, PageKey page)
    {
        var items = await _newest.GetAsync();
        return new RenderResult(
            page == PageKey.Rss ? RssFeed.Render(site.Settings, FeedHead.Of(site.Settings), items)
            : page == PageKey.Atom ? AtomFeed.Render(site.Settings, items)
            : JsonFeed.Render(site.Settings, items));
    }

    /// <summary>Renders the feed of one topic, in the format that most feed readers request first.</summary>
    public async Task<RenderResult> RenderTopicAsync(Site site, Slug topic)
    {
        var articles = await index.LatestOfAsync(topic, cancellation);
        return articles.Count == 0 ? RenderResult.Nothing : new RenderResult(RssFeed.Render(
            site.Settings,
            FeedHead.Of(site.Settings, articles[0].Topics.First(t => t.Slug == topic)),
            await ItemsAsync(texts, held, site.Settings, articles, cancellation)));
    }

    /// <summary>Renders the feed of one author, as long as a topic's.</summary>
    public async Task<RenderResult> RenderAuthorAsync(Site site, Slug author)
    {
        var articles = (await index.LatestByAsync(author, cancellation)).Take(index.Lengths.NewestOfTopic).ToList();
        return articles.Count == 0 ? RenderResult.Nothing : new RenderResult(RssFeed.Render(
            site.Settings,
            FeedHead.Of(site.Settings, articles[0].Authors.First(a => a.Slug == author)),
            await ItemsAsync(texts, held, site.Settings, articles, cancellation)));
    }

    private static async Task<FeedItem[]> ItemsAsync(
        FeedTexts texts,
        HeldMemory held,
        SiteSettings settings,
        List<PublishedItem> items,
        CancellationToken cancellation)
    {
        var articles = items.ConvertAll(a => (Article: a, Url: settings.Absolute(a.Page.Url)));
        var html = settings.FeedsHaveLeads
            ? [.. items.Select(FeedHtml.LeadOfBody)]
            : await texts.ReadAsync(settings, articles, held, cancellation);
        return [.. articles.Zip(
            html,
            (a, text) => new FeedItem(
                a.Article,
                Id(settings, a.Article),
                a.Url,
                FeedText.Of(text).OpenedBy(FeedHtml.Opening(settings, a.Article))))];
    }

    /// <summary>The identifier of an article is its first date and path; the tag's date is that year.</summary>
    private static string Id(SiteSettings settings, PublishedItem article)
    {
        var colon = article.Id.IndexOf(':', StringComparison.Ordinal);
        var path = UrlPath.Escape(article.Id[(colon + 1)..]);
        return $"tag:{settings.FeedIdentity},{article.Id[..colon]}:{path}";
    }
}
