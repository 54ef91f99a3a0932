using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Feeds;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Search;
using Lysekil.Publishing.Rendering.Sharing;
using Lysekil.Publishing.Rendering.Sitemaps;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering;

/// <summary>
/// Renders pages from one snapshot of the index: each query is sent once, and its answer is shared by all pages of the
/// pass. A page is a pure function of index, accepted sources and theme (R3).
/// </summary>
/// <remarks>
/// The pass reads the index only after it was opened. A caller that has read a page's version before (R2) therefore
/// renders no older state than that version shows. A pass that holds much of the index is the only such pass of its
/// process until it is disposed of.
/// </remarks>
public sealed class RenderPass : IDisposable
{
    /// <summary>
    /// In bytes. An entry of a sitemap has some hundred, and the row that it is made of 4,000; a search shard is
    /// compressed, and its rows have two bytes for a character.
    /// </summary>
    private const int ReadForAByte = 40;

    private readonly HeldMemory _held;
    private readonly CancellationToken _cancellation;
    private readonly SiteIndex _index;
    private readonly AsyncLazy<Site> _site;
    private readonly FrontPage _front;
    private readonly PeriodPages _periods;
    private readonly TopicPages _topics;
    private readonly AuthorPages _authors;
    private readonly ClaimedPage _claimed;
    private readonly SearchPages _search;
    private readonly FeedPage _feeds;
    private readonly SitemapPages _sitemaps;
    private readonly NewsSitemap _news;
    private readonly PicturePages _pictures;

    internal RenderPass(
        SiteIndex index,
        AcceptedSources accepted,
        PictureMaker pictures,
        SiteReader sites,
        FeedTexts texts,
        IEnumerable<PageKey> pages,
        CancellationToken cancellation)
    {
        _held = new HeldMemory(accepted.Large);
        index = index.Through(table => new MemoizingTable(table, _held));
        (_index, _cancellation) = (index, cancellation);
        _site = new AsyncLazy<Site>(() => sites.ReadAsync(cancellation));
        _front = new FrontPage(index);
        _periods = new PeriodPages(index);
        _topics = new TopicPages(index);
        _authors = new AuthorPages(index);
        _pictures = new PicturePages(index, accepted, _held, pictures);
        _claimed = new ClaimedPage(index, accepted, _held, _pictures, new Neighbours(index, _site, pages));
        _search = new SearchPages(index);
        _feeds = new FeedPage(index, texts, _held, _site, cancellation);
        _sitemaps = new SitemapPages(index);
        _news = new NewsSitemap(index);
    }

    /// <summary>The index as this pass reads it, for callers whose queries the pages share.</summary>
    internal SiteIndex Index => _index;

    /// <summary>Ends the pass; what it holds is forgotten with it.</summary>
    public void Dispose() => _held.Dispose();

    /// <summary>The settings and the theme, read once in a pass.</summary>
    internal Task<Site> SiteAsync() => _site.GetAsync();

    /// <summary>Waits until there is memory for what pages read that are there already.</summary>
    /// <param name="page">A page that is to be rendered.</param>
    /// <param name="length">Its length in bytes as it is.</param>
    internal Task ReserveAsync(PageKey page, long length) =>
        PageRoute.Of(page) is PageRoute.MonthSitemap or PageRoute.SearchShard
            ? _held.AddAsync(length * ReadForAByte, _cancellation)
            : Task.CompletedTask;

    public async Task<RenderResult> RenderAsync(PageKey page)
    {
        var (asking, route) = (SiteAsync(), PageRoute.Of(page));
        if (route is PageRoute.Claimed)
        {
            // An article goes live first: its queries do not wait for the site's.
            return await _claimed.RenderAsync(asking, page, _cancellation);
        }

        var site = await asking;
        return route switch
        {
            PageRoute.Front => await _front.RenderAsync(site, _cancellation),
            PageRoute.NewsArchive => await _periods.RenderNewsArchiveAsync(site, _cancellation),
            PageRoute.YearPage year => await _periods.RenderYearAsync(site, year.Year, _cancellation),
            PageRoute.MonthOfYear month => await _periods.RenderMonthAsync(site, month.Month, _cancellation),
            PageRoute.DayOfMonth day => await _periods.RenderDayAsync(site, day.Day, _cancellation),
            PageRoute.Topics => await _topics.RenderTopicsAsync(site, _cancellation),
            PageRoute.TopicPage topic => await _topics.RenderTopicAsync(site, topic.Topic, _cancellation),
            PageRoute.TopicYear topic =>
                await _topics.RenderTopicYearAsync(site, topic.Topic, topic.Year, _cancellation),
            PageRoute.TopicMonth topic =>
                await _topics.RenderTopicMonthAsync(site, topic.Topic, topic.Month, _cancellation),
            PageRoute.Search => await _search.RenderPageAsync(site, _cancellation),
            PageRoute.SearchShard shard => await _search.RenderShardAsync(site, shard.Month, _cancellation),
            PageRoute.StandingPagesShard => await _search.RenderStandingPagesShardAsync(site, _cancellation),
            PageRoute.SearchScript =>
                SearchScript.Find(page) is { } script ? new RenderResult(script) : RenderResult.Nothing,
            PageRoute.ShareScript =>
                ShareScript.Find(site, page) is { } script ? new RenderResult(script) : RenderResult.Nothing,
            PageRoute.Feed feed => await _feeds.RenderAsync(site, feed.Page),
            PageRoute.TopicFeed feed => await _feeds.RenderTopicAsync(site, feed.Topic),
            PageRoute.AuthorPage author => await _authors.RenderAsync(site, author.Author, _cancellation),
            PageRoute.AuthorFeed feed => await _feeds.RenderAuthorAsync(site, feed.Author),
            PageRoute.Sitemap => await _sitemaps.RenderIndexAsync(site, _cancellation),
            PageRoute.MonthSitemap month => await _sitemaps.RenderMonthAsync(site, month.Month, _cancellation),
            PageRoute.YearSitemap year => await _sitemaps.RenderYearAsync(site, year.Year, _cancellation),
            PageRoute.StandingPagesSitemap => await _sitemaps.RenderStandingPagesAsync(site, _cancellation),
            PageRoute.NewsSitemap => await _news.RenderAsync(site, _cancellation),
            PageRoute.NotFound =>
                new RenderResult(HtmlPage.Render(
                    site, "not-found", new PageHead(site.Settings.Locale.Text("missing"), PageKey.NotFound))),
            PageRoute.Robots => new RenderResult(RobotsPage.Render(site)),
            PageRoute.Favicon => new RenderResult(FaviconPage.Rendered),
            PageRoute.TouchIcon => new RenderResult(FaviconPage.TouchIcon),
            PageRoute.Manifest => new RenderResult(ManifestPage.Render(site)),
            PageRoute.StyleSheet when page == site.Theme.StyleSheetPage =>
                new RenderResult(
                    RenderedPage.Of(site.Theme.StyleSheet, "text/css; charset=utf-8", RenderedPage.ForEver)),
            PageRoute.StyleSheet => RenderResult.Nothing,
            PageRoute.PictureCopy copy => await _pictures.RenderCopyAsync(page, copy, _cancellation),
            _ => throw new InvalidOperationException($"No route renders {page}."),
        };
    }
}
