using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Waking;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Reconciliation;

/// <summary>
/// Finds what no event told: sources that differ from the archive, work left undone, pages that the archive does not
/// need or does not find. It repairs by waking those who publish and refresh. Safe to be cut short anywhere, and to run
/// several times at once.
/// </summary>
public sealed class Reconciler(
    SiteStorage storage, ArchiveIndex archive, SiteReader sites, Rebuilder rebuilder, TimeProvider clock, ILogger<Reconciler> log)
{
    private const int Slice = 1_000;

    private readonly WakeUpCalls _wake = new(storage);
    private readonly SourceRounds _rounds = new(new SourceComparison(storage, archive), archive.Table, clock);

    /// <summary>
    /// Sources against the archive, and whatever is owed. A run that was cut short, or that has taken all of its time, is
    /// gone on with by the next: so a source that changes behind the position is found by the round after.
    /// </summary>
    public async Task<ReconcileReport> ReconcileSourcesAsync(CancellationToken cancellation)
    {
        var zone = (await sites.ReadAsync(cancellation)).Settings.TimeZone.Id;
        var (drift, isWhole) = await _rounds.RunAsync(zone, paths => _wake.PublishAsync(paths, cancellation), cancellation);

        var owedSources = 0;
        await foreach (var path in archive.OwedSourcesAsync(cancellation))
        {
            await _wake.PublishAsync([path], cancellation);
            owedSources++;
        }

        var owedPages = 0;
        await foreach (var page in archive.StalePagesAsync(cancellation))
        {
            await _wake.RefreshAsync([page], cancellation);
            owedPages++;
        }

        await GoOnBuildingAsync(cancellation);
        return Tell(new ReconcileReport(drift, owedSources, owedPages, isWhole));
    }

    /// <summary>
    /// Pages against the archive: everything that the archive has a page for, and everything that stands in <c>$web</c>,
    /// is refreshed; a page that is as it should be is not written.
    /// </summary>
    public async Task ReconcilePagesAsync(CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var slice = await storage.Web.ListAsync(Slice, continuation, cancellation);
            foreach (var marks in slice.Blobs.Select(b => PageKey.Parse(b.Name)).OfType<PageKey>().Chunk(ITable.MostChanges))
            {
                await archive.Table.CommitAsync([.. marks.Select(ArchiveIndex.MarkStale)], cancellation);
                await _wake.RefreshAsync(marks, cancellation);
            }

            continuation = slice.Continuation;
        }
        while (continuation is not null);

        await rebuilder.StartAsync(cancellation);
    }

    private async Task GoOnBuildingAsync(CancellationToken cancellation)
    {
        var site = await archive.SiteAsync(cancellation);
        if (site.IsRebuilding)
        {
            await _wake.RebuildAsync(cancellation);
        }
        else if (site.BuiltVersion != Rebuilder.Version)
        {
            await rebuilder.StartOnceAsync(cancellation);
        }
    }

    private ReconcileReport Tell(ReconcileReport report)
    {
        PublishingMeter.Found(report);
        if (report.Sources.Count + report.OwedSources + report.OwedPages > 0)
        {
            log.LogWarning(
                "Reconcile found {Drifted} sources out of step ({Names}), {OwedSources} with work left and {OwedPages} stale pages",
                report.Sources.Count, string.Join(", ", report.Sources.Names), report.OwedSources, report.OwedPages);
        }

        return report;
    }
}
