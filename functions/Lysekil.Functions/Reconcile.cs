using Lysekil.Publishing.Engine;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Functions;

/// <summary>Finds what no event has reported, and sends the messages that repair it.</summary>
internal sealed class Reconcile(PublishingEngine engine)
{
    /// <summary>
    /// Compares sources and index every ten minutes, and resumes the work of outbox entries and stale rows.
    /// </summary>
    [Function("ReconcileSources")]
    public Task SourcesAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        GracePeriod.RunAsync(engine.Reconciler.ReconcileSourcesAsync, cancellation);

    /// <summary>Compares pages and index each night, at 03:17 UTC.</summary>
    [Function("ReconcilePages")]
    public Task PagesAsync([TimerTrigger("0 17 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        GracePeriod.RunAsync(engine.Reconciler.ReconcilePagesAsync, cancellation);
}
