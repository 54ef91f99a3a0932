using System.Collections.Concurrent;
using System.Text;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Local.Pump;

/// <summary>
/// A queue trigger of the functions host, in process: takes messages in batches, handles them side by side, gives each
/// five tries with a pause between them, and poisons what still fails.
/// </summary>
/// <param name="queue">Where the messages come from.</param>
/// <param name="handle">The function.</param>
/// <param name="options">The host's settings.</param>
/// <param name="clock">Paces the polling and the leases.</param>
internal sealed class QueuePump(
    IPumpedQueue queue, HandleMessage handle, PumpOptions options, TimeProvider clock) : IDisposable
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly ConcurrentDictionary<Task, byte> _handling = new();
    private readonly PollingPace _pace = new(options);

    /// <summary>Ring it when a message was sent: the pump looks at once.</summary>
    public Doorbell Sent { get; } = new(clock);

    public IPumpedQueue Queue => queue;

    /// <summary>Messages that are being handled now.</summary>
    public int Handling => _handling.Count;

    /// <summary>Raised after each message that was handled without a fault.</summary>
    public event Action? Handled;

    /// <summary>Raised after each try that failed.</summary>
    public event Action<FailedTry>? Failed;

    /// <summary>Pumps until cancelled. A fault of the queue itself is told to <paramref name="unreachable"/>, and waited out.</summary>
    public async Task RunAsync(Action<Exception> unreachable, CancellationToken cancellation)
    {
        while (true)
        {
            var found = false;
            try
            {
                found = await TakeBatchAsync(cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                unreachable(fault);
            }

            _pace.Looked(found);
            if (!found)
            {
                await Sent.WaitAsync(_pace.Pause, cancellation);
            }

            // Counted and waited for as of one moment: all may be done in the next.
            while (_handling.Keys is { } handling && handling.Count > options.NewBatchThreshold)
            {
                await Task.WhenAny(handling).WaitAsync(cancellation);
            }
        }
    }

    /// <summary>Takes one batch and begins to handle it. Returns whether there was anything to take.</summary>
    internal async Task<bool> TakeBatchAsync(CancellationToken cancellation)
    {
        var messages = await queue.ReceiveAsync(options.BatchSize, options.Lease, cancellation);
        foreach (var message in messages)
        {
            var handling = HandleAsync(message, cancellation);
            _handling[handling] = 0;

            // As a part of its end: whoever waits for one to be done would otherwise ask again and again until it is struck out.
            _ = handling.ContinueWith(
                done => _handling.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return messages.Count > 0;
    }

    /// <summary>Waits until everything that was taken has been handled.</summary>
    internal Task DrainAsync() => Task.WhenAll(_handling.Keys);

    public void Dispose() => Sent.Dispose();

    private async Task HandleAsync(PumpedMessage message, CancellationToken cancellation)
    {
        await Task.Yield();
        using var lease = new MessageLease(queue, message, options.Lease, clock, cancellation);
        try
        {
            await TryAsync(message, cancellation);
            await queue.DeleteAsync(await lease.EndAsync(), cancellation);
            Handled?.Invoke();
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // The process ends; the message comes back when its lease is over.
        }
        catch (Exception fault)
        {
            await FailAsync(await lease.EndAsync(), fault, cancellation);
        }
    }

    private async Task TryAsync(PumpedMessage message, CancellationToken cancellation)
    {
        if (message.Attempt > options.MaxDequeueCount)
        {
            throw new InvalidDataException("The message was taken too often, and never finished.");
        }

        string text;
        try
        {
            text = Strict.GetString(Convert.FromBase64String(message.Body.ToString()));
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            throw new NotEncodedException(fault);
        }

        await handle(new ReceivedMessage(text, message.Attempt, message.Queued), cancellation);
    }

    private async Task FailAsync(PumpedMessage message, Exception fault, CancellationToken cancellation)
    {
        var poisoned = message.Attempt >= options.MaxDequeueCount || fault is NotEncodedException;
        try
        {
            await (poisoned
                ? queue.PoisonAsync(message, cancellation)
                : queue.HideAsync(message, options.VisibilityTimeout, cancellation));
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            return;
        }
        catch (Exception alsoFailed)
        {
            // It stays hidden until its lease is over, and has one more try then.
            fault = new AggregateException(fault, alsoFailed);
        }

        Failed?.Invoke(new FailedTry(queue.Name, message.Attempt, poisoned, fault));
    }
}
