using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Repair.Reconciliation;

namespace Lysekil.Publishing.Engine;

/// <summary>
/// Reads the site's status: what is stale, failed, scheduled and diagnosed, and what the last reconcile found.
/// </summary>
public sealed class SiteStatus(SiteIndex index, TimeProvider clock)
{
    /// <summary>The most items of each kind in a report.</summary>
    public const int MostOfEach = 1_000;

    /// <summary>Reads all sources with diagnostics, however many there are.</summary>
    public Task<List<DiagnosedSource>> DiagnosedAsync(CancellationToken cancellation) =>
        index.DiagnosedAsync(int.MaxValue, cancellation);

    public async Task<StatusReport> ReadAsync(CancellationToken cancellation)
    {
        var diagnosed = index.DiagnosedAsync(MostOfEach, cancellation);
        var scheduled = index.ScheduledAsync(DateTimeOffset.MaxValue, MostOfEach, cancellation);
        var failures = index.FailuresAsync(MostOfEach, cancellation);
        var rebuild = RebuildAsync(cancellation);
        var sweep = index.Table.FindAsync(IndexKeys.Sweep, cancellation);
        var swept = index.Table.FindAsync(IndexKeys.SweepFindings, cancellation);
        var drifted = DriftedPage.LastAsync(index.Table, MostOfEach, cancellation);
        var findings = index.Table.FindAsync(IndexKeys.ReconcileFindings, cancellation);
        var start = index.Table.FindAsync(IndexKeys.ReconcileStart, cancellation);
        var sources = index.OutboxSourcesAsync(cancellation).Take(MostOfEach).ToListAsync(cancellation).AsTask();
        var pages = index.StalePagesAsync(cancellation).Take(MostOfEach).ToListAsync(cancellation).AsTask();
        await Task.WhenAll(
            diagnosed, scheduled, failures, rebuild, sweep, swept, drifted, findings, start, sources, pages);
        var reconciled = await findings is { } row ? ReconcileFindings.Read(row) : null;
        return new StatusReport
        {
            OutboxSources = await sources,
            StalePages = await pages,
            Rebuild = await rebuild,
            Swept = await sweep is { } underWay ? SweepPositionRow.Codec.Read(underWay.Columns).Pages : null,
            Failures = [.. (await failures).Select(f => f.Value)],
            Scheduled = [.. (await scheduled).Where(s => !s.IsExpiry)],
            Expiring = [.. (await scheduled).Where(s => s.IsExpiry)],
            Diagnosed = await diagnosed,
            LastReconcile = reconciled,
            ReconcileAge = clock.GetUtcNow() - reconciled?.Ended,
            ReconcileStart = await start is { } begun ? ReconcileStart.Read(begun) : null,
            LastSweep = await swept is { } last ? SweepFindings.Read(last) : null,
            DriftedPages = await drifted,
        };
    }

    /// <summary>The rebuild under way. The years are read only if there is one.</summary>
    private async Task<RebuildProgress?> RebuildAsync(CancellationToken cancellation) =>
        await index.Table.FindAsync(IndexKeys.Rebuild, cancellation) is { } row
            ? RebuildProgress.Read(row, await index.SummariesAsync(IndexKeys.YearSummaries, cancellation))
            : null;
}
