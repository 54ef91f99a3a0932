using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// Finds what no event told: sources that differ from the archive, work left undone, pages that the archive does not
/// need or does not find. It repairs by waking those who publish and refresh. Safe to be cut short anywhere, and to run
/// several times at once.
/// </summary>
public sealed class Reconciler(
    SiteStorage storage,
    SiteIndex index,
    SiteReader sites,
    Rebuilder rebuilder,
    FailureRecords failures,
    TimeProvider clock,
    ILogger<Reconciler> log)
{
    /// <summary>A slice may wait for a minute while many pages are stale.</summary>
    private static readonly TimeSpan MostPause = TimeSpan.FromSeconds(90);

    private readonly MessageSender _messages = new(storage);
    private readonly SourceRounds _rounds = new(new SourceComparison(storage, index), index.Table, clock);
    private readonly PoisonDrain _drain = new(storage, failures, log);

    /// <summary>
    /// Sources against the archive, whatever is owed, and what the poison queues hold. A run that was cut short, or that has
    /// taken all of its time, is gone on with by the next: so a source that changes behind the position is found by the
    /// round after.
    /// </summary>
    public async Task<ReconcileReport> ReconcileSourcesAsync(CancellationToken cancellation)
    {
        using var run = new WatchedRun(PublishingTrace.Begin("reconcile sources"), "sources");
        var drained = await _drain.DrainAsync(cancellation);
        var retries = await Retries.BeginAsync(index, failures, clock.GetUtcNow(), cancellation);
        var zone = (await sites.ReadAsync(cancellation)).Settings.TimeZone.Id;
        var (drift, isWhole) = await _rounds.RunAsync(
            zone, found => _messages.PublishAsync(found.Where(p => retries.MayTry(new WorkItem.Publishing(p))), cancellation), cancellation);
        var outboxSources = await SendOutboxSourcesAsync(retries, cancellation);
        var stalePages = await SendStalePagesAsync(retries, cancellation);
        var isBuilding = await GoOnBuildingAsync(retries, cancellation);
        await retries.EndAsync(cancellation);
        run.Done();
        return Tell(new ReconcileReport(drift, outboxSources, stalePages, drained, isWhole), isBuilding);
    }

    /// <summary>
    /// Pages against the archive: everything that the archive has a page for, and everything that stands in <c>$web</c>,
    /// is refreshed; a page that is as it should be is not written. This only begins it: the slices follow over the queue,
    /// as those of every rebuild. What is under way already goes on; what has stood still for too long begins again.
    /// </summary>
    public async Task ReconcilePagesAsync(CancellationToken cancellation)
    {
        using var run = new WatchedRun(PublishingTrace.Begin("reconcile pages"), "pages");
        if (await index.Table.FindAsync(IndexKeys.Sweep, cancellation) is { } sweep && !IsStuck(sweep))
        {
            await rebuilder.StartOnceAsync(cancellation);
        }
        else
        {
            var isBuilt = (await index.SiteAsync(cancellation)).BuiltVersion == RenderingVersion.Current;
            await rebuilder.StartSweepAsync(isBuilt ? IndexKeys.NewestFirst(clock.GetUtcNow()) : null, cancellation);
        }

        run.Done();
    }

    private async Task<int> SendOutboxSourcesAsync(Retries retries, CancellationToken cancellation)
    {
        var woken = 0;
        await foreach (var path in index.OutboxSourcesAsync(cancellation).Where(p => retries.MayTry(new WorkItem.Publishing(p))))
        {
            await _messages.PublishAsync([path], cancellation);
            woken++;
        }

        return woken;
    }

    private async Task<int> SendStalePagesAsync(Retries retries, CancellationToken cancellation)
    {
        var woken = 0;
        await foreach (var pages in index.StalePagesAsync(cancellation).Where(p => retries.MayTry(new WorkItem.Refreshing(p))).Chunk(PageRefreshMessage.MostPages))
        {
            await _messages.RefreshAsync(pages, cancellation);
            woken += pages.Length;
        }

        return woken;
    }

    /// <returns>Whether a rebuild or sweep is under way.</returns>
    private async Task<bool> GoOnBuildingAsync(Retries retries, CancellationToken cancellation)
    {
        if (await rebuilder.UnderWayAsync(cancellation) is { } underWay)
        {
            if (IsStuck(underWay) && retries.MayTry(new WorkItem.Rebuilding()))
            {
                await _messages.RebuildAsync(cancellation);
            }

            return true;
        }

        if ((await index.SiteAsync(cancellation)).BuiltVersion != RenderingVersion.Current)
        {
            await rebuilder.StartOnceAsync(cancellation);
        }

        return false;
    }

    /// <summary>Whether a rebuild or sweep seems to have lost its message: one more would only race the one it has.</summary>
    private bool IsStuck(Row underWay) => clock.GetUtcNow() - underWay.Modified > MostPause;

    /// <summary>The stale pages of a rebuild are its own work, and no drift.</summary>
    private ReconcileReport Tell(ReconcileReport report, bool isBuilding)
    {
        PublishingMeter.Found(report.Sources.Count, report.OutboxSources, report.StalePages);
        if (report.Sources.Count + report.OutboxSources + (isBuilding ? 0 : report.StalePages) > 0)
        {
            log.LogWarning(
                "Reconcile found {Drifted} sources out of step ({Names}), {OwedSources} with work left and {OwedPages} stale pages",
                report.Sources.Count, string.Join(", ", report.Sources.Names), report.OutboxSources, report.StalePages);
        }

        return report;
    }
}
