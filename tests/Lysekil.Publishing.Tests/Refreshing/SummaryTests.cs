using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Refreshing;

/// <summary>What a page says of itself to those above it is read only where it may be as it should be.</summary>
public class SummaryTests
{
    private static readonly PageKey _page = PageKey.Month(new Month(2026, 5));
    private static readonly string _summary = IndexKeys.SummaryOf(_page)!;

    private readonly StorageTrace _trace = new();
    private readonly SimulatedSite _site;

    public SummaryTests() => _site = new SimulatedSite(Some.Clock(), _trace);

    /// <summary>The first time there may be a row or none (and a site's first article begins a rebuild); the second, the page does not tell it.</summary>
    [Fact]
    public async Task It_is_read_until_its_page_tells_it()
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
    public async Task It_is_read_where_the_page_says_the_same_and_stays()
    {
        await PublishSomeAsync(_site);
        var before = _site.Storage.Index.Rows.Single(r => r.Key == _summary);
        await _site.Storage.Index.CommitAsync([SiteIndex.MarkStale(_page)], default);
        _trace.Clear();

        Assert.Equal(RefreshResult.Unchanged, Assert.Single(await RefreshAsync(_site)).Result);
        Assert.Equal(1, TimesRead);
        Assert.Equal(before, _site.Storage.Index.Rows.Single(r => r.Key == _summary));
    }

    /// <summary>
    /// R2: A second attempt renders although the page has no stale row. No stale row then tells it that another refresher writes
    /// a newer summary meanwhile.
    /// </summary>
    [Fact]
    public async Task It_is_read_if_the_page_has_no_stale_row()
    {
        await PublishSomeAsync(_site);
        _site.Storage.Web.Delete(_page.BlobName);
        _trace.Clear();

        await RefreshAsync(_site, attempt: 2);

        Assert.Equal(2, TimesRead); // And once more, since the page was written without a stale row.
    }

    /// <summary>Then the page tells what the row does not say.</summary>
    [Fact]
    public async Task It_is_committed_by_the_next_refresher_if_the_one_that_wrote_the_page_crashed()
    {
        var gate = new Dying();
        var site = new SimulatedSite(Some.Clock(), gate);
        await PublishSomeAsync(site);
        site.Storage.Content.Put("artiklar/2026-05-02-sist.md", Some.Article("Sist"));
        await site.Engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new("artiklar/2026-05-02-sist.md")), 1), default);
        gate.IsArmed = true;
        await Assert.ThrowsAsync<RefreshFailedException>(() => RefreshAsync(site));
        gate.IsArmed = false;
        Assert.Contains("Sist", site.Pages[_page.BlobName], StringComparison.Ordinal);
        Assert.Equal(3, Summary(site).Count);

        await site.SettleAsync();

        Assert.Equal(4, Summary(site).Count);
        Assert.Contains("Sist", site.Pages[PageKey.Year(2026).BlobName], StringComparison.Ordinal);
    }

    private int TimesRead => _trace.Calls.Count(c => c is { Operation: StorageOperation.Find, Service: StorageNames.IndexTable } && c.Key == _summary);

    private static PeriodSummary Summary(SimulatedSite site) => PeriodSummaryRow.Codec.Read(site.Storage.Index.Rows.Single(r => r.Key == _summary).Columns);

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
        site.Engine.PageRefreshes.HandleAsync(new(new PageRefreshMessage(_page).Write(), attempt), default);

    private sealed class Dying : IStorageGate
    {
        public bool IsArmed { get; set; }

        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => IsArmed && call.Operation == StorageOperation.Commit
            ? Task.FromException(new IOException("Död."))
            : Task.CompletedTask;

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
    }
}
