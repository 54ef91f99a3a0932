using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Refreshing;

public class RefresherTests
{
    private static readonly string FrontPage = new PageRefreshMessage(PageKey.Front).Write();

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public RefresherTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task A_page_without_a_stale_row_is_left_alone_on_a_first_attempt_and_rendered_on_a_second()
    {
        await PublishAsync();
        _site.Storage.Web.Put("index.html", "vad en första gång skrev innan den dog");

        Assert.Equal(RefreshResult.NotStale, await RefreshAsync(attempt: 1));
        Assert.Equal(RefreshResult.Written, await RefreshAsync(attempt: 2));
        Assert.Equal(RefreshResult.Unchanged, await RefreshAsync(attempt: 3));
        Assert.Contains("Kajen", _site.Pages["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_attempt_deletes_a_page_that_the_index_does_not_need()
    {
        _site.Storage.Web.Put("2020/01/skrap/index.html", "skräp");

        var outcomes = await _site.Engine.PageRefreshes.HandleAsync(
            new("""{"page":"2020/01/skrap/index.html"}""", 2), default);

        Assert.Equal(RefreshResult.Deleted, Assert.Single(outcomes).Result);
        Assert.Empty(_site.Pages);
    }

    [Fact]
    public async Task Every_stale_row_is_deleted()
    {
        await PublishAsync();

        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("stale:", StringComparison.Ordinal));
    }

    /// <summary>
    /// A month is on its year's page, and the year on the news archive's: each page is rendered once, after those below
    /// it.
    /// </summary>
    [Fact]
    public async Task Pages_above_others_are_refreshed_after_them()
    {
        await PublishAsync();
        PageKey[] pages = [PageKey.NewsArchive, PageKey.Year(2026), PageKey.Month(new(2026, 5)), PageKey.Rss];
        await MarkAsync(pages);
        _site.Storage.Web.Delete("nyhetsarkiv/index.html");

        var outcomes = await RefreshAsync(_site.Engine, pages);

        Assert.Equal(
            [
                (pages[2], RefreshResult.Unchanged),
                (pages[3], RefreshResult.Unchanged),
                (pages[1], RefreshResult.Unchanged),
                (pages[0], RefreshResult.Written),
            ],
            outcomes.Select(o => (o.Page, o.Result)));
    }

    /// <summary>
    /// A rebuild finds the feed by the summary of the topic's page, which may be written only after the rebuild has
    /// passed it. Seed 172685828: one message named both pages, and the commit that marked the feed stale again also
    /// deleted its stale row.
    /// </summary>
    [Fact]
    public async Task A_new_topic_refreshes_its_feed()
    {
        var (topic, feed) = (PageKey.Parse("amnen/hamn/index.html")!, PageKey.Parse("amnen/hamn/rss.xml")!);
        _site.Upload("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]"));
        await _site.SettleAsync();
        await MarkAsync([topic]);
        Assert.Equal([topic], await RefreshedAsync(topic));
        await _site.Storage.Index.CommitAsync([new RowChange.Delete(IndexKeys.SummaryOf(topic)!)], default);
        await MarkAsync([feed, topic]);

        Assert.Equal([topic, feed, PageKey.Topics], await RefreshedAsync(feed, topic));
        Assert.Empty(StalePages(_site));

        async Task<IEnumerable<PageKey>> RefreshedAsync(params PageKey[] pages) =>
            (await RefreshAsync(_site.Engine, pages)).Select(o => o.Page);
    }

    /// <summary>
    /// Seed 172692964: the first attempt marked the feed stale in its commit, and crashed before it rendered the feed.
    /// </summary>
    [Fact]
    public async Task A_second_attempt_refreshes_a_topic_s_feed_that_the_first_may_have_left()
    {
        var feed = PageKey.Parse("amnen/hamn/rss.xml")!;
        _site.Upload("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]"));
        await _site.SettleAsync();
        await MarkAsync([feed]);

        var outcomes = await _site.Engine.PageRefreshes.HandleAsync(
            new(new PageRefreshMessage(PageKey.Parse("amnen/hamn/2026/index.html")!).Write(), 2), default);

        Assert.Contains(feed, outcomes.Select(o => o.Page));
        Assert.Empty(StalePages(_site));
    }

    /// <summary>
    /// Another instance marks one of the pages stale while they are rendered: the refresher renders only that page
    /// again.
    /// </summary>
    [Fact]
    public async Task A_refresher_that_loses_the_race_for_one_page_commits_the_others()
    {
        var gate = new Meddling();
        var site = new SimulatedSite(Some.Clock(), gate);
        site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        await site.SettleAsync();
        PageKey[] pages = [PageKey.Front, PageKey.Rss, PageKey.Atom];
        await MarkAsync(pages, site);
        gate.Meddle = () => MarkAsync([PageKey.Rss], site);

        var outcomes = await RefreshAsync(site.Engine, pages);

        Assert.Equal(pages, outcomes.Select(o => o.Page));
        Assert.Equal(2, gate.Asked);
        Assert.DoesNotContain(site.Storage.Index.Rows, r => r.Key.StartsWith("stale:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_fails_does_not_stop_the_other_pages_of_its_message()
    {
        var gate = new Meddling { Broken = "rss.xml" };
        var site = new SimulatedSite(Some.Clock(), gate);
        site.Storage.Content.Put("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        await site.PublishOnlyAsync("artiklar/2026-05-01-kajen.md");
        var message = site.Storage.PageRefreshes.Messages
            .Single(m => m.Text.Contains("rss.xml", StringComparison.Ordinal));

        var failed = await Assert.ThrowsAsync<RefreshFailedException>(
            () => site.Engine.PageRefreshes.HandleAsync(new(message.Text, 1), default));

        Assert.Equal([(PageKey.Rss, "Trasig.")], failed.Faults.Select(f => (f.Page, f.Fault.Message)));
        Assert.Contains("Kajen", site.Pages["index.html"], StringComparison.Ordinal);
        Assert.Contains("Kajen", site.Pages["nyhetsarkiv/2026/index.html"], StringComparison.Ordinal);
        Assert.Equal([IndexKeys.Stale(PageKey.Rss)], StalePages(site));
    }

    /// <summary>The front page waits, since many articles change it. An article's own page does not.</summary>
    [Fact]
    public async Task A_page_of_many_sources_rests_after_it_was_written()
    {
        var engine = new PublishingEngine(_site.Storage.Site, _clock, NullLoggerFactory.Instance);
        await PublishAsync();
        PageKey[] pages = [PageKey.Front, PageKey.Parse("2026/05/kajen/index.html")!];
        await MarkAsync(pages);
        _clock.Advance(TimeSpan.FromSeconds(1.9));

        var outcomes = await RefreshAsync(engine, pages);

        Assert.Equal(
            [(pages[0], RefreshResult.Deferred), (pages[1], RefreshResult.Unchanged)],
            outcomes.Select(o => (o.Page, o.Result)));
        var later = Assert.Single(_site.Storage.PageRefreshes.Messages);
        Assert.Equal(
            (new PageRefreshMessage(PageKey.Front).Write(), _clock.GetUtcNow().AddSeconds(2)),
            (later.Text, later.ShowsAt));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(RefreshResult.Unchanged, await HandleAsync(engine, later.Text));
    }

    /// <summary>R2: The first attempt may have crashed after it wrote an old state.</summary>
    [Fact]
    public async Task A_page_that_a_second_attempt_defers_is_rendered_even_without_a_stale_row()
    {
        var engine = new PublishingEngine(_site.Storage.Site, _clock, NullLoggerFactory.Instance);
        await PublishAsync();
        _site.Storage.Web.Put("index.html", "gammalt");

        Assert.Equal(RefreshResult.Deferred, await HandleAsync(engine, FrontPage, attempt: 2));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(RefreshResult.Written, await HandleAsync(engine, Later()));
    }

    /// <summary>
    /// Seed 600007430: A refresher wrote an old state, lost the race, and deferred the page since it was so new.
    /// Another refresher, which had observed the page before and had nothing to write, deleted the stale row meanwhile.
    /// </summary>
    [Fact]
    public async Task A_page_that_was_written_and_then_deferred_is_rendered_even_without_a_stale_row()
    {
        var gate = new Meddling();
        await PublishAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Storage.Web.Put("index.html", "gammalt");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await MarkAsync([PageKey.Front]);
        gate.Meddle = () => MarkAsync([PageKey.Front]);
        var engine = new PublishingEngine(_site.Storage.Through(gate), _clock, NullLoggerFactory.Instance);

        var result = await HandleAsync(engine, FrontPage);

        Assert.Equal((RefreshResult.Written, 1), (result, gate.Asked));
        await _site.Storage.Index.CommitAsync([new RowChange.Delete(IndexKeys.Stale(PageKey.Front))], default);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(RefreshResult.Unchanged, await HandleAsync(engine, Later()));
        Assert.Equal(2, gate.Asked);
    }

    /// <summary>
    /// Of many messages at once that name one page, one renders it. The others are deferred, and find then that the
    /// page is no longer stale.
    /// </summary>
    [Fact]
    public async Task A_process_refreshes_a_page_of_many_sources_once_at_a_time()
    {
        var gate = new Meddling();
        await PublishAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        await MarkAsync([PageKey.Front]);
        var engine = new PublishingEngine(_site.Storage.Through(gate), _clock, NullLoggerFactory.Instance);
        RefreshResult? meanwhile = null;
        gate.Meddle = async () => meanwhile = await HandleAsync(engine, FrontPage);

        var result = await HandleAsync(engine, FrontPage);

        Assert.Equal((RefreshResult.Unchanged, RefreshResult.Deferred, 1), (result, meanwhile, gate.Asked));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(RefreshResult.NotStale, await HandleAsync(engine, Later()));
    }

    /// <summary>The message of a deferred page.</summary>
    private string Later()
    {
        var message = Assert.Single(_site.Storage.PageRefreshes.Messages);
        Assert.Equal(_clock.GetUtcNow(), message.ShowsAt);
        return message.Text;
    }

    private async Task MarkAsync(IEnumerable<PageKey> pages, SimulatedSite? site = null) =>
        await (site ?? _site).Storage.Index.CommitAsync([.. pages.Select(SiteIndex.MarkStale)], default);

    private Task<RefreshResult> RefreshAsync(int attempt) => HandleAsync(_site.Engine, FrontPage, attempt);

    private static Task<IReadOnlyList<RefreshOutcome>> RefreshAsync(PublishingEngine engine, PageKey[] pages) =>
        engine.PageRefreshes.HandleAsync(new(Assert.Single(PageRefreshMessage.For(pages)).Write(), 1), default);

    /// <summary>Handles a message that names one page.</summary>
    private static async Task<RefreshResult> HandleAsync(PublishingEngine engine, string message, int attempt = 1) =>
        Assert.Single(await engine.PageRefreshes.HandleAsync(new(message, attempt), default)).Result;

    private static IEnumerable<string> StalePages(SimulatedSite site) =>
        site.Storage.Index.Rows.Select(r => r.Key)
            .Where(k => k.StartsWith(IndexKeys.StalePages, StringComparison.Ordinal));

    private Task PublishAsync()
    {
        _site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        return _site.SettleAsync();
    }

    /// <summary>Lets another instance act before the next commit, or makes the write of a page fail.</summary>
    private sealed class Meddling : IStorageGate
    {
        public Func<Task>? Meddle { get; set; }

        public string? Broken { get; init; }

        /// <summary>How often the newest articles were queried since the other instance acted.</summary>
        public int Asked { get; private set; }

        public async Task BeforeAsync(StorageCall call, CancellationToken cancellation)
        {
            if (call.Operation == StorageOperation.Query
                && call.Key.StartsWith(IndexKeys.PinnedAndLatest, StringComparison.Ordinal))
            {
                Asked++;
            }

            if (call.Operation == StorageOperation.Write && call.Key == Broken)
            {
                throw new IOException("Trasig.");
            }

            if (call.Operation == StorageOperation.Commit && Meddle is { } meddle)
            {
                (Meddle, _) = (null, Asked = 1);
                await meddle();
            }
        }

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

        public bool IsRepeated(StorageCall call) => false;
    }
}
