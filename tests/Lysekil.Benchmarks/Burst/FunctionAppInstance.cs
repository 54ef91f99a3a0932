using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;

namespace Lysekil.Benchmarks.Burst;

/// <summary>
/// An instance of the function app, which receives messages from both queues as host.json sets it, and handles them
/// concurrently.
/// </summary>
/// <param name="engine">The engine of the instance.</param>
/// <param name="storage">The storage with the queues.</param>
/// <param name="refreshed">Receives the outcome of each page, from several threads.</param>
internal sealed class FunctionAppInstance(
    PublishingEngine engine, SimulatedStorage storage, Action<RefreshOutcome> refreshed)
{
    private const int BatchSize = 16;
    private const int NewBatchThreshold = 8;

    // The shortest polling interval of the host.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    private int _failures;

    /// <summary>The number of attempts that ended with an exception.</summary>
    public int Failures => _failures;

    /// <summary>Handles messages until stopped, and completes those that are being handled then.</summary>
    public Task RunAsync(CancellationToken stopping) => Task.WhenAll(
        TakeAsync(storage.ContentEvents, PublishAsync, stopping),
        TakeAsync(
            storage.PageRefreshes, async m => await engine.PageRefreshes.HandleAsync(m, default), stopping));

    private async Task<IEnumerable<RefreshOutcome>> PublishAsync(ReceivedMessage message) =>
        (await engine.ContentEvents.HandleAsync(message, default))
            .SelectMany(o => o.Followed.Append(o.Refreshed)).OfType<RefreshOutcome>();

    private async Task TakeAsync(
        SimulatedQueue queue, Func<ReceivedMessage, Task<IEnumerable<RefreshOutcome>>> handle,
        CancellationToken stopping)
    {
        var handling = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            var batch = Enumerable.Range(0, BatchSize).Select(_ => queue.TryReceive(Lease)).OfType<SimulatedMessage>()
                .ToList();
            handling.AddRange(
                batch.Select(message => Task.Run(() => HandleAsync(queue, message, handle), CancellationToken.None)));
            if (batch.Count == 0)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }

            while (handling.RemoveAll(h => h.IsCompleted) >= 0 && handling.Count > NewBatchThreshold)
            {
                await Task.WhenAny(handling);
            }
        }

        await Task.WhenAll(handling);
    }

    private async Task HandleAsync(
        SimulatedQueue queue, SimulatedMessage message, Func<ReceivedMessage, Task<IEnumerable<RefreshOutcome>>> handle)
    {
        try
        {
            var outcomes = await handle(new ReceivedMessage(message.Text, message.DequeueCount));
            queue.Delete(message);
            outcomes.ToList().ForEach(refreshed);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Interlocked.Increment(ref _failures);
            queue.Fail(message, RetryDelay);
        }
    }
}
