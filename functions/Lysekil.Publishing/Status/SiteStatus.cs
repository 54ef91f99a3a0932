using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Reconciliation;

namespace Lysekil.Publishing.Status;

/// <summary>Tells how the site is: what is owed, scheduled and refused, and what the last reconcile found.</summary>
public sealed class SiteStatus(ArchiveIndex archive)
{
    /// <summary>Of each kind, no more are named.</summary>
    public const int MostOfEach = 1_000;

    public async Task<StatusReport> ReadAsync(CancellationToken cancellation)
    {
        var remarked = archive.RemarkedAsync(MostOfEach, cancellation);
        var scheduled = archive.ScheduledAsync(DateTimeOffset.MaxValue, MostOfEach, cancellation);
        var rebuild = archive.Table.FindAsync(ArchiveKeys.Rebuild, cancellation);
        var findings = archive.Table.FindAsync(ArchiveKeys.ReconcileFindings, cancellation);
        var sources = archive.OwedSourcesAsync(cancellation).Take(MostOfEach).ToListAsync(cancellation).AsTask();
        var pages = archive.StalePagesAsync(cancellation).Take(MostOfEach).ToListAsync(cancellation).AsTask();
        await Task.WhenAll(remarked, scheduled, rebuild, findings, sources, pages);
        return new StatusReport
        {
            OwedSources = await sources,
            OwedPages = await pages,
            IsRebuilding = await rebuild is not null,
            Scheduled = await scheduled,
            Remarked = await remarked,
            LastReconcile = await findings is { } row ? ReconcileFindings.Read(row) : null,
        };
    }
}
