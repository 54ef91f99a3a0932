using Lysekil.Local.Pump;
using Lysekil.Local.Timers;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Refreshing;

namespace Lysekil.Local.Functions;

/// <summary>
/// The function app's triggers, without the functions host: the same calls of the engine, on the same occasions.
/// </summary>
internal sealed class InProcessFunctions : IDisposable
{
    private readonly PublishingEngine _engine;
    private readonly TimeProvider _clock;
    private readonly Timetable _timetable;

    public InProcessFunctions(
        PublishingEngine engine, IPumpedQueue contentEvents, IPumpedQueue pageRefreshes, TimeProvider clock)
    {
        (_engine, _clock) = (engine, clock);
        var options = new PumpOptions();
        ContentEvents = new QueuePump(contentEvents, PublishContentAsync, options, clock);
        PageRefreshes = new QueuePump(pageRefreshes, RefreshPageAsync, options, clock);
        ContentEvents.Failed += failure => Failed?.Invoke(failure);
        PageRefreshes.Failed += failure => Failed?.Invoke(failure);
        _timetable = new Timetable(
            [
                new("PublishScheduled", TimeSpan.FromMinutes(1), AtStart: true, PublishScheduledAsync),
                // Ten times as often as in Azure: a runner is killed more often than a functions host, and its storage is free.
                new("ReconcileSources", TimeSpan.FromMinutes(1), AtStart: true, ReconcileSourcesAsync),
                new("ReconcilePages", TimeSpan.FromDays(1), AtStart: false, _engine.Reconciler.ReconcilePagesAsync),
            ],
            clock);
    }

    public QueuePump ContentEvents { get; }

    public QueuePump PageRefreshes { get; }

    /// <summary>Raised for each source that was looked at, with the moment when that began.</summary>
    public event Action<PublishOutcome, DateTimeOffset>? Published;

    /// <summary>Raised for each page that was looked at.</summary>
    public event Action<RefreshOutcome>? Refreshed;

    /// <summary>Raised for each message that could not be handled.</summary>
    public event Action<FailedTry>? Failed;

    /// <summary>Works until cancelled.</summary>
    /// <param name="failed">Told of what failed besides messages: a timer, or the storage itself.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task RunAsync(Action<string, Exception> failed, CancellationToken cancellation) => EndlessWork.RunAsync(
        [
            stop => ContentEvents.RunAsync(fault => failed(ContentEvents.Queue.Name, fault), stop),
            stop => PageRefreshes.RunAsync(fault => failed(PageRefreshes.Queue.Name, fault), stop),
            stop => _timetable.RunAsync(failed, stop),
        ],
        cancellation);

    public void Dispose()
    {
        ContentEvents.Dispose();
        PageRefreshes.Dispose();
    }

    private async Task PublishContentAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        var began = _clock.GetUtcNow();
        Tell(await _engine.ContentEvents.HandleAsync(received, cancellation), began);
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
            ContentEvents.Sent.Ring();
        }
    }

    private async Task ReconcileSourcesAsync(CancellationToken cancellation)
    {
        await _engine.Reconciler.ReconcileSourcesAsync(cancellation);
        ContentEvents.Sent.Ring();
        PageRefreshes.Sent.Ring();
    }

    private void Tell(IReadOnlyList<PublishOutcome> outcomes, DateTimeOffset began)
    {
        // Publishing has sent refreshes: no need for the other pump to find them by polling.
        PageRefreshes.Sent.Ring();
        foreach (var outcome in outcomes)
        {
            if (outcome.Refreshed is { } refreshed)
            {
                Refreshed?.Invoke(refreshed);
            }

            Published?.Invoke(outcome, began);
        }
    }
}
