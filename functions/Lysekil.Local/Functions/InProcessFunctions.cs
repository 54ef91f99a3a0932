using Lysekil.Local.Pump;
using Lysekil.Local.Threading;
using Lysekil.Local.Timers;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Refreshing;

namespace Lysekil.Local.Functions;

/// <summary>
/// The function app's triggers without the functions host: the same calls of the engine, for the same messages and
/// timers.
/// </summary>
internal sealed class InProcessFunctions
{
    private readonly PublishingEngine _engine;
    private readonly TimeProvider _clock;
    private readonly TimerTriggers _timers;

    public InProcessFunctions(
        PublishingEngine engine, IPumpedQueue contentEvents, IPumpedQueue pageRefreshes, TimeProvider clock)
    {
        (_engine, _clock) = (engine, clock);
        var options = new PumpOptions();
        ContentEvents = new QueuePump(contentEvents, PublishContentAsync, options, clock);
        PageRefreshes = new QueuePump(pageRefreshes, RefreshPageAsync, options, clock);
        ContentEvents.Failed += failure => Failed?.Invoke(failure);
        PageRefreshes.Failed += failure => Failed?.Invoke(failure);
        _timers = new TimerTriggers(
            [
                new("PublishScheduled", TimeSpan.FromMinutes(1), RunOnStartup: true, PublishScheduledAsync),
                // Ten times as often as in Azure: a runner is killed more often, and its storage calls are free.
                new("ReconcileSources", TimeSpan.FromMinutes(1), RunOnStartup: true, ReconcileSourcesAsync),
                new("ReconcilePages", TimeSpan.FromDays(1), RunOnStartup: false, engine.Reconciler.ReconcilePagesAsync),
            ],
            clock);
    }

    public QueuePump ContentEvents { get; }

    public QueuePump PageRefreshes { get; }

    /// <summary>Raised after each publish of a source, with the time at which the publish began.</summary>
    public event Action<PublishOutcome, DateTimeOffset>? Published;

    /// <summary>Raised after each refresh of a page.</summary>
    public event Action<RefreshOutcome>? Refreshed;

    /// <summary>Raised after each failed attempt to handle a message.</summary>
    public event Action<FailedAttempt>? Failed;

    /// <summary>
    /// Runs until cancelled. Faults other than those of messages go to <paramref name="failed"/>, with the name of the
    /// timer or of the queue that did not answer.
    /// </summary>
    public Task RunAsync(Action<string, Exception> failed, CancellationToken cancellation) => TaskGroup.RunAsync(
        [
            stop => ContentEvents.RunAsync(fault => failed(ContentEvents.Queue.Name, fault), stop),
            stop => PageRefreshes.RunAsync(fault => failed(PageRefreshes.Queue.Name, fault), stop),
            stop => _timers.RunAsync(failed, stop),
        ],
        cancellation);

    private async Task PublishContentAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        var began = _clock.GetUtcNow();
        Report(await _engine.ContentEvents.HandleAsync(received, cancellation), began);
    }

    private async Task RefreshPageAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        foreach (var outcome in await _engine.PageRefreshes.HandleAsync(received, cancellation))
        {
            Refreshed?.Invoke(outcome);
        }
    }

    private async Task PublishScheduledAsync(CancellationToken cancellation)
    {
        if ((await _engine.Schedule.PublishDueAsync(cancellation)).Count > 0)
        {
            ContentEvents.MessageSent.Set();
        }
    }

    private async Task ReconcileSourcesAsync(CancellationToken cancellation)
    {
        await _engine.Reconciler.ReconcileSourcesAsync(cancellation);
        ContentEvents.MessageSent.Set();
        PageRefreshes.MessageSent.Set();
    }

    private void Report(IReadOnlyList<PublishOutcome> outcomes, DateTimeOffset began)
    {
        // A publish sends refreshes: the pump of pages polls at once.
        PageRefreshes.MessageSent.Set();
        foreach (var outcome in outcomes)
        {
            foreach (var refreshed in outcome.Followed.Prepend(outcome.Refreshed).OfType<RefreshOutcome>())
            {
                Refreshed?.Invoke(refreshed);
            }

            Published?.Invoke(outcome, began);
        }
    }
}
