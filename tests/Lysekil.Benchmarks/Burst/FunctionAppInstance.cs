using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;

namespace Lysekil.Benchmarks.Burst;

/// <summary>One instance of the function app: takes messages from both queues as host.json has it, and handles them side by side.</summary>
/// <param name="engine">Its engine.</param>
/// <param name="storage">The storage with the queues.</param>
/// <param name="refreshed">Told what became of each page, by several threads.</param>
internal sealed class Instance(PublishingEngine engine, SimulatedStorage storage, Action<RefreshOutcome> refreshed)
{
    private const int BatchSize = 16;
    private const int NewBatchThreshold = 8;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100); // The host's shortest, between two looks in vain.
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _betweenTries = TimeSpan.FromSeconds(10);

    private int _failures;

    /// <summary>Tries that ended with an exception.</summary>
    public int Failures => _failures;

    /// <summary>Works until stopped; what is being handled then is handled to its end.</summary>
    public Task RunAsync(CancellationToken stopping) => Task.WhenAll(
        TakeAsync(storage.ContentEvents, async received => (await engine.ContentEvents.HandleAsync(received, default)).Select(o => o.Refreshed).OfType<RefreshOutcome>(), stopping),
        TakeAsync(storage.PageRefreshes, async received => await engine.PageRefreshes.HandleAsync(received, default), stopping));

    private async Task TakeAsync(SimulatedQueue queue, Func<ReceivedMessage, Task<IEnumerable<RefreshOutcome>>> handle, CancellationToken stopping)
    {
        var handling = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            var batch = Enumerable.Range(0, BatchSize).Select(_ => queue.TryReceive(_lease)).OfType<SimulatedMessage>().ToList();
            handling.AddRange(batch.Select(message => Task.Run(() => HandleAsync(queue, message, handle), CancellationToken.None)));
            if (batch.Count == 0)
            {
                await Task.Delay(_pause, CancellationToken.None);
            }

            while (handling.RemoveAll(h => h.IsCompleted) >= 0 && handling.Count > NewBatchThreshold)
            {
                await Task.WhenAny(handling);
            }
        }

        await Task.WhenAll(handling);
    }

    private async Task HandleAsync(SimulatedQueue queue, SimulatedMessage message, Func<ReceivedMessage, Task<IEnumerable<RefreshOutcome>>> handle)
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
            queue.Fail(message, _betweenTries);
        }
    }
}
