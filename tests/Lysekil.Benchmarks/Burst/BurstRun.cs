using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Benchmarks.Burst;

/// <summary>A run in which several instances publish many articles that were uploaded at once.</summary>
internal sealed class BurstRun
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, int> _rendered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _written = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PageKey, int> _touched = [];

    private BurstRun(SimulatedSite site) => Site = site;

    public SimulatedSite Site { get; }

    /// <summary>How many publishes touched each page.</summary>
    public IReadOnlyDictionary<PageKey, int> Touched => _touched;

    /// <summary>How often each page was rendered, by its blob's name.</summary>
    public IReadOnlyDictionary<string, int> Rendered => _rendered;

    /// <summary>How often each page was written, by its blob's name.</summary>
    public IReadOnlyDictionary<string, int> Written => _written;

    public double WallSeconds { get; private set; }

    /// <summary>The number of attempts that ended with an exception and were retried.</summary>
    public int Failures { get; private set; }

    public static async Task<BurstRun> DoAsync(int articles, int instances)
    {
        var run = new BurstRun(await EmptySiteAsync());
        for (var number = 0; number < articles; number++)
        {
            run.Site.Upload(Articles.Path(number), Articles.Text(number));
        }

        var began = Stopwatch.GetTimestamp();
        using var stopping = new CancellationTokenSource();
        var all = Enumerable.Range(0, instances)
            .Select(_ => new FunctionAppInstance(run.Engine(), run.Site.Storage, run.Note))
            .ToList();
        var running = Task.WhenAll(all.Select(i => i.RunAsync(stopping.Token)));
        while (run.Site.Storage.ContentEvents.Messages.Count + run.Site.Storage.PageRefreshes.Messages.Count > 0)
        {
            await Task.Delay(Interval);
        }

        run.WallSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await stopping.CancelAsync();
        await running;
        run.Failures = all.Sum(i => i.Failures);
        return run;
    }

    /// <summary>
    /// Counts the pages that differ from those of a site to which the same articles were published one after another.
    /// </summary>
    public async Task<int> WrongPagesAsync()
    {
        var clean = await EmptySiteAsync();
        foreach (var source in Site.Storage.Content.Blobs.Values)
        {
            clean.Storage.Content.Restore(source); // Restoring keeps the times of the blob, which pages show.
            clean.Announce(source.Properties.Name);
        }

        await clean.SettleAsync();
        var (pages, right) = (Site.Pages, clean.Pages);
        return pages.Keys.Union(right.Keys)
            .Count(name => pages.GetValueOrDefault(name) != right.GetValueOrDefault(name));
    }

    /// <summary>Runs the reconciles of a night, and returns the number of differences.</summary>
    public async Task<int> ReconcileAsync()
    {
        var report = await Site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await Site.Engine.Reconciler.ReconcilePagesAsync(default);
        await Site.SettleAsync();
        var status = await Site.Engine.Status.ReadAsync(default);
        return report.Sources.Count + report.OutboxSources + report.StalePages + status.DriftedPages.Count
            + status.Failures.Count;
    }

    /// <summary>A site without articles, whose standard pages are built.</summary>
    private static async Task<SimulatedSite> EmptySiteAsync()
    {
        var site = new SimulatedSite(TimeProvider.System);
        await site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await site.SettleAsync();
        return site;
    }

    private void Note(RefreshOutcome outcome)
    {
        if (outcome.Result == RefreshResult.Unchanged)
        {
            _rendered.AddOrUpdate(outcome.Page.Value, 1, (_, count) => count + 1);
        }
    }

    private PublishingEngine Engine()
    {
        var storage = Site.Storage.Through(TypicalLatency.Instance);
        storage = storage with
        {
            Web = new WriteCountingContainer(storage.Web, _rendered, _written),
            Index = new TouchCountingTable(storage.Index, _touched),
        };
        return new PublishingEngine(storage, TimeProvider.System, NullLoggerFactory.Instance);
    }
}
