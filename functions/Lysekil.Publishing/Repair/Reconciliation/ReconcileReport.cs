namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>What one run of a reconcile found.</summary>
/// <param name="Sources">Sources that differ from the archive.</param>
/// <param name="OutboxSources">Sources with work left to do after a commit; not those that were given up and whose next try is to come.</param>
/// <param name="StalePages">Stale pages; likewise.</param>
/// <param name="Drained">Messages that were taken from the poison queues.</param>
/// <param name="IsWhole">Whether the round came to its end; if not, the next run goes on with it.</param>
public sealed record ReconcileReport(Drift Sources, int OutboxSources, int StalePages, int Drained, bool IsWhole);
