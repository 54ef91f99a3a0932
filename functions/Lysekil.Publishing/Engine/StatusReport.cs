using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Repair.Reconciliation;

namespace Lysekil.Publishing.Engine;

/// <summary>The status of a site; of each kind at most <see cref="SiteStatus.MostOfEach"/> items.</summary>
public sealed record StatusReport
{
    /// <summary>Sources with an outbox entry: work is left to do after a commit.</summary>
    public required IReadOnlyList<SourcePath> OutboxSources { get; init; }

    /// <summary>Pages with a stale row: they are to be rendered again.</summary>
    public required IReadOnlyList<PageKey> StalePages { get; init; }

    /// <summary>The progress of the rebuild; <c>null</c> if none is under way.</summary>
    public required RebuildProgress? Rebuild { get; init; }

    /// <summary>How many pages of <c>$web</c> the sweep has compared; <c>null</c> if none is under way.</summary>
    public required int? Swept { get; init; }

    public bool IsRebuilding => Rebuild is not null;

    /// <summary>Work that failed at its last attempt. A reconcile tries it again.</summary>
    public required IReadOnlyList<Failure> Failures { get; init; }

    /// <summary>Scheduled articles, soonest first.</summary>
    public required IReadOnlyList<ScheduledArticle> Scheduled { get; init; }

    /// <summary>Live texts that are to expire, soonest first.</summary>
    public required IReadOnlyList<ScheduledArticle> Expiring { get; init; }

    /// <summary>Sources with diagnostics for their editors.</summary>
    public required IReadOnlyList<DiagnosedSource> Diagnosed { get; init; }

    /// <summary>The findings of the last complete reconcile of the sources; <c>null</c> before the first.</summary>
    public required ReconcileFindings? LastReconcile { get; init; }

    /// <summary>
    /// The time since that reconcile ended, whichever way it was started; <c>null</c> before the first.
    /// </summary>
    public TimeSpan? ReconcileAge { get; init; }

    /// <summary>How the last reconcile was started; <c>null</c> before the first.</summary>
    public ReconcileStart? ReconcileStart { get; init; }

    /// <summary>The findings of the last complete sweep of the pages; <c>null</c> before the first.</summary>
    public required SweepFindings? LastSweep { get; init; }

    /// <summary>Pages that the last sweep found out of step with the index, and repaired.</summary>
    public required IReadOnlyList<PageKey> DriftedPages { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsSettled => OutboxSources.Count == 0 && StalePages.Count == 0 && !IsRebuilding && Swept is null;
}
