namespace Lysekil.Publishing.Reconciliation;

/// <summary>What a reconcile found.</summary>
/// <param name="DriftedSources">Sources that differ from the archive.</param>
/// <param name="RefreshedPages">Pages that are compared with the archive by refreshing them.</param>
/// <param name="OwedSources">Sources with work left to do after a commit.</param>
/// <param name="OwedPages">Stale pages.</param>
public sealed record ReconcileReport(
    IReadOnlyList<string> DriftedSources, IReadOnlyList<string> RefreshedPages, int OwedSources, int OwedPages);
