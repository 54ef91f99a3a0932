using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Desk;
using Lysekil.Publishing.Feeds;
using Lysekil.Publishing.Pictures;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Search;
using Lysekil.Publishing.Sitemaps;
using Lysekil.Publishing.Sites;

namespace Lysekil.Publishing.Pages;

/// <summary>
/// Renders any page: a pure function of archive, accepted sources and theme. Asks the archive only after it was called,
/// so whoever read a page's version before sees no older state in it.
/// </summary>
public sealed class PageRenderer(ArchiveIndex archive, AcceptedSources accepted, SiteReader sites)
{
    private readonly FrontPage _front = new(archive);
    private readonly PeriodPages _periods = new(archive);
    private readonly TopicPages _topics = new(archive);
    private readonly ClaimedPage _claimed = new(archive, accepted);
    private readonly SearchPages _search = new(archive);
    private readonly FeedPage _feeds = new(archive, accepted);
    private readonly SitemapPages _sitemaps = new(archive);
    private readonly NewsSitemap _news = new(archive);
    private readonly PicturePages _pictures = new(archive, accepted);
    private readonly DeskPage _desk = new(archive);

    public async Task<Rendering> RenderAsync(PageKey page, CancellationToken cancellation)
    {
        var (asking, route) = (sites.ReadAsync(cancellation), PageRoute.Of(page));
        if (route is PageRoute.Claimed)
        {
            return await _claimed.RenderAsync(asking, page, cancellation); // What is to be live soonest does not wait.
        }

        var site = await asking;
        return route switch
        {
            PageRoute.Front => await _front.RenderAsync(site, cancellation),
            PageRoute.Archive => await _periods.RenderArchiveAsync(site, cancellation),
            PageRoute.YearPage year => await _periods.RenderYearAsync(site, year.Year, cancellation),
            PageRoute.MonthOfYear month => await _periods.RenderMonthAsync(site, month.Month, cancellation),
            PageRoute.Topics => await _topics.RenderTopicsAsync(site, cancellation),
            PageRoute.TopicPage topic => await _topics.RenderTopicAsync(site, topic.Topic, cancellation),
            PageRoute.TopicYear topic => await _topics.RenderTopicYearAsync(site, topic.Topic, topic.Year, cancellation),
            PageRoute.Search => await _search.RenderPageAsync(site, cancellation),
            PageRoute.SearchShard shard => await _search.RenderShardAsync(site, shard.Month, cancellation),
            PageRoute.StandingPagesShard => await _search.RenderStandingPagesShardAsync(site, cancellation),
            PageRoute.SearchScript => page == SearchScript.Page ? new Rendering(SearchScript.Rendered) : Rendering.Nothing,
            PageRoute.Feed feed => await _feeds.RenderAsync(site, feed.Page, cancellation),
            PageRoute.Sitemap => await _sitemaps.RenderIndexAsync(site, cancellation),
            PageRoute.YearSitemap year => await _sitemaps.RenderYearAsync(site, year.Year, cancellation),
            PageRoute.StandingPagesSitemap => await _sitemaps.RenderStandingPagesAsync(site, cancellation),
            PageRoute.NewsSitemap => await _news.RenderAsync(site, cancellation),
            PageRoute.NotFound => new Rendering(HtmlPage.Render(site, "not-found", new PageHead("Sidan finns inte", PageKey.NotFound))),
            PageRoute.Robots => new Rendering(RobotsPage.Render(site)),
            PageRoute.StyleSheet when page == site.Theme.StyleSheetPage =>
                new Rendering(RenderedPage.Of(site.Theme.StyleSheet, "text/css; charset=utf-8", RenderedPage.ForEver)),
            PageRoute.StyleSheet => Rendering.Nothing,
            PageRoute.PictureCopy copy => await _pictures.RenderCopyAsync(page, copy, cancellation),
            PageRoute.Desk => await _desk.RenderAsync(site, cancellation),
            _ => throw new InvalidOperationException($"Nobody renders {page}."),
        };
    }
}
