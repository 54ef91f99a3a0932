using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Benchmarks.Burst;

/// <summary>Many articles uploaded at once to a site that is up, and several instances that publish them.</summary>
internal sealed class BurstRun
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(50);

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

    /// <summary>Tries that ended with an exception, and were repeated.</summary>
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
        var all = Enumerable.Range(0, instances).Select(_ => new Instance(run.Engine(), run.Site.Storage, run.Note)).ToList();
        var running = Task.WhenAll(all.Select(i => i.RunAsync(stopping.Token)));
        while (run.Site.Storage.ContentEvents.Messages.Count + run.Site.Storage.PageRefreshes.Messages.Count > 0)
        {
            await Task.Delay(_interval);
        }

        run.WallSeconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await stopping.CancelAsync();
        await running;
        run.Failures = all.Sum(i => i.Failures);
        return run;
    }

    /// <summary>The pages that differ from those of a site on which the same uploads are published one after another.</summary>
    public async Task<int> WrongPagesAsync()
    {
        var clean = await EmptySiteAsync();
        foreach (var source in Site.Storage.Content.Blobs.Values)
        {
            clean.Storage.Content.Restore(source); // With its times: pages show them.
            clean.Announce(source.Properties.Name);
        }

        await clean.SettleAsync();
        var (pages, right) = (Site.Pages, clean.Pages);
        return pages.Keys.Union(right.Keys).Count(name => pages.GetValueOrDefault(name) != right.GetValueOrDefault(name))
            + (Site.Desk == clean.Desk ? 0 : 1);
    }

    /// <summary>Compares everything, as each night. Returns how much was out of step.</summary>
    public async Task<int> ReconcileAsync()
    {
        var report = await Site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await Site.Engine.Reconciler.ReconcilePagesAsync(default);
        await Site.SettleAsync();
        var status = await Site.Engine.Status.ReadAsync(default);
        return report.Sources.Count + report.OutboxSources + report.StalePages + status.DriftedPages.Count + status.Failures.Count;
    }

    /// <summary>With the pages that every site has.</summary>
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
            _rendered.AddOrUpdate(outcome.Page.BlobName, 1, (_, count) => count + 1);
        }
    }

    private PublishingEngine Engine()
    {
        var storage = Site.Storage.Through(TypicalLatency.Instance);
        storage = storage with
        {
            Web = new CountedPages(storage.Web, _rendered, _written),
            Desk = new CountedPages(storage.Desk, _rendered, _written),
            Index = new TouchedPages(storage.Index, _touched),
        };
        return new PublishingEngine(storage, TimeProvider.System, NullLoggerFactory.Instance);
    }
}
