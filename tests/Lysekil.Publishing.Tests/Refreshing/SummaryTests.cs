using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Refreshing;

/// <summary>A refresher reads a page's summary only if the summary may need no change.</summary>
public class SummaryTests
{
    private static readonly PageKey MonthPage = PageKey.Month(new Month(2026, 5));
    private static readonly string SummaryKey = IndexKeys.SummaryOf(MonthPage)!;

    private readonly StorageTrace _trace = new();
    private readonly SimulatedSite _site;

    public SummaryTests() => _site = new SimulatedSite(Some.Clock(), _trace);

    /// <summary>
    /// At the first refresh the summary's row may exist or not (and a site's first article begins a rebuild); at the
    /// second the page does not tell the summary.
    /// </summary>
    [Fact]
    public async Task A_summary_is_read_until_its_page_tells_it()
    {
        List<int> read = [];
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            _trace.Clear();
            await PublishAsync(_site, name);
            read.Add(TimesRead);
        }

        Assert.Equal([1, 0, 0], read[1..]);
        Assert.Equal(4, Summary(_site).Count);
    }

    [Fact]
    public async Task A_summary_that_its_page_repeats_is_read_and_kept()
    {
        await PublishSomeAsync(_site);
        var before = _site.Storage.Index.Rows.Single(r => r.Key == SummaryKey);
        await _site.Storage.Index.CommitAsync([SiteIndex.MarkStale(MonthPage)], default);
        _trace.Clear();

        Assert.Equal(RefreshResult.Unchanged, Assert.Single(await RefreshAsync(_site)).Result);
        Assert.Equal(1, TimesRead);
        Assert.Equal(before, _site.Storage.Index.Rows.Single(r => r.Key == SummaryKey));
    }

    /// <summary>
    /// R2: A second attempt renders although the page has no stale row. Without a stale row another refresher may write
    /// a newer summary meanwhile.
    /// </summary>
    [Fact]
    public async Task A_summary_is_read_if_its_page_has_no_stale_row()
    {
        await PublishSomeAsync(_site);
        _site.Storage.Web.Delete(MonthPage.Value);
        _trace.Clear();

        await RefreshAsync(_site, attempt: 2);

        Assert.Equal(2, TimesRead); // It is read again, since the page was written without a stale row.
    }

    /// <summary>After the crash the page tells what the summary's row lacks.</summary>
    [Fact]
    public async Task The_next_refresher_commits_the_summary_if_the_writer_of_the_page_crashed()
    {
        var gate = new Dying();
        var site = new SimulatedSite(Some.Clock(), gate);
        await PublishSomeAsync(site);
        site.Storage.Content.Put("artiklar/2026-05-02-sist.md", Some.Article("Sist"));
        await site.PublishOnlyAsync("artiklar/2026-05-02-sist.md");
        gate.IsArmed = true;
        await Assert.ThrowsAsync<RefreshFailedException>(() => RefreshAsync(site));
        gate.IsArmed = false;
        Assert.Contains("Sist", site.Pages[MonthPage.Value], StringComparison.Ordinal);
        Assert.Equal(3, Summary(site).Count);

        await site.SettleAsync();

        Assert.Equal(4, Summary(site).Count);
        Assert.Contains("Sist", site.Pages[PageKey.Year(2026).Value], StringComparison.Ordinal);
    }

    private int TimesRead => _trace.Calls.Count(c =>
        c is { Operation: StorageOperation.Find, Service: StorageNames.IndexTable } && c.Key == SummaryKey);

    private static PeriodSummary Summary(SimulatedSite site) =>
        PeriodSummaryRow.Codec.Read(site.Storage.Index.Rows.Single(r => r.Key == SummaryKey).Columns);

    private static async Task PublishSomeAsync(SimulatedSite site)
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await PublishAsync(site, name);
        }
    }

    private static async Task PublishAsync(SimulatedSite site, string name)
    {
        site.Upload($"artiklar/2026-05-01-{name}.md", Some.Article(name));
        await site.SettleAsync();
    }

    private static Task<IReadOnlyList<RefreshOutcome>> RefreshAsync(SimulatedSite site, int attempt = 1) =>
        site.Engine.PageRefreshes.HandleAsync(new(new PageRefreshMessage(MonthPage).Write(), attempt), default);

    private sealed class Dying : IStorageGate
    {
        public bool IsArmed { get; set; }

        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
            IsArmed && call.Operation == StorageOperation.Commit
                ? Task.FromException(new IOException("Död."))
                : Task.CompletedTask;

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
    }
}
