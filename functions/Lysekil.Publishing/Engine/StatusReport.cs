using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Repair.Reconciliation;

namespace Lysekil.Publishing.Engine;

/// <summary>How a site is; of each kind at most <see cref="SiteStatus.MostOfEach"/>.</summary>
public sealed record StatusReport
{
    /// <summary>Sources with work left to do after a commit.</summary>
    public required IReadOnlyList<SourcePath> OutboxSources { get; init; }

    /// <summary>Pages to be rendered again.</summary>
    public required IReadOnlyList<PageKey> StalePages { get; init; }

    /// <summary>How far the rebuild under way has come; <c>null</c> where there is none.</summary>
    public required RebuildProgress? Rebuild { get; init; }

    /// <summary>How many pages of <c>$web</c> the sweep under way has gone through; <c>null</c> where there is none.</summary>
    public required int? Swept { get; init; }

    public bool IsRebuilding => Rebuild is not null;

    /// <summary>What was given up after all tries, and is owed until a reconcile's retries succeed.</summary>
    public required IReadOnlyList<Failure> Failures { get; init; }

    /// <summary>Articles to come, soonest first.</summary>
    public required IReadOnlyList<ScheduledArticle> Scheduled { get; init; }

    /// <summary>Sources that an editor should look at.</summary>
    public required IReadOnlyList<DiagnosedSource> Diagnosed { get; init; }

    /// <summary>What the last whole reconcile of the sources found; <c>null</c> before the first.</summary>
    public required ReconcileFindings? LastReconcile { get; init; }

    /// <summary>The last whole sweep of the pages; <c>null</c> before the first.</summary>
    public required SweepFindings? LastSweep { get; init; }

    /// <summary>Pages that the last sweep found out of step with the archive, and mended.</summary>
    public required IReadOnlyList<PageKey> DriftedPages { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsSettled => OutboxSources.Count == 0 && StalePages.Count == 0 && !IsRebuilding && Swept is null;
}
