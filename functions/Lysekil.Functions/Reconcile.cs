using Lysekil.Publishing.Engine;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Functions;

/// <summary>Finds what no event told, and wakes those who repair it.</summary>
internal sealed class Reconcile(PublishingEngine engine)
{
    /// <summary>Every ten minutes: sources against the archive, and whatever is owed.</summary>
    [Function("ReconcileSources")]
    public Task SourcesAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        engine.Reconciler.ReconcileSourcesAsync(cancellation);

    /// <summary>At 03:17 UTC, while the town sleeps: pages against the archive.</summary>
    [Function("ReconcilePages")]
    public Task PagesAsync([TimerTrigger("0 17 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        engine.Reconciler.ReconcilePagesAsync(cancellation);
}
