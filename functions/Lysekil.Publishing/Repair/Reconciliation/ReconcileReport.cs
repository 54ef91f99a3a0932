namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>What one run of a reconcile found.</summary>
/// <param name="Sources">Sources that differ from the index.</param>
/// <param name="OutboxSources">
/// Sources with an outbox entry, except those that were given up and whose next try is not due.
/// </param>
/// <param name="StalePages">Stale pages, with the same exception.</param>
/// <param name="Drained">Messages taken from the poison queues.</param>
/// <param name="IsWhole">Whether the round ended; if not, the next run goes on with it.</param>
public sealed record ReconcileReport(Drift Sources, int OutboxSources, int StalePages, int Drained, bool IsWhole);
