using System.Collections.Concurrent;
using System.Text;
using Lysekil.Local.Threading;
using Lysekil.Publishing.Messaging;
using Nito.AsyncEx;

namespace Lysekil.Local.Pump;

/// <summary>
/// A queue trigger of the functions host, in process: receives messages in batches, handles them side by side, makes
/// five attempts at each with a delay between them, and poisons a message that still fails.
/// </summary>
/// <param name="queue">The queue to receive from.</param>
/// <param name="handle">The function.</param>
/// <param name="options">The host's settings.</param>
/// <param name="clock">Times the polls and the leases.</param>
internal sealed class QueuePump(
    IPumpedQueue queue, MessageHandler handle, PumpOptions options, TimeProvider clock)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly ConcurrentDictionary<Task, byte> _handling = new();
    private readonly PollingBackoff _backoff = new(options);

    /// <summary>Set by what has sent a message: the pump polls at once.</summary>
    public AsyncAutoResetEvent MessageSent { get; } = new();

    public IPumpedQueue Queue => queue;

    /// <summary>The number of messages that are being handled.</summary>
    public int Handling => _handling.Count;

    /// <summary>Raised after each message that was handled without a fault.</summary>
    public event Action? Handled;

    /// <summary>Raised after each failed attempt.</summary>
    public event Action<FailedAttempt>? Failed;

    /// <summary>
    /// Runs until cancelled. A fault of the queue itself goes to <paramref name="unreachable"/>; polling goes on.
    /// </summary>
    public async Task RunAsync(Action<Exception> unreachable, CancellationToken cancellation)
    {
        while (true)
        {
            var found = false;
            try
            {
                found = await ReceiveBatchAsync(cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                unreachable(fault);
            }

            _backoff.Record(found);
            if (!found)
            {
                await MessageSent.WaitAsync(_backoff.Delay, clock, cancellation);
            }

            // One snapshot is counted and waited for: all of it may be done a moment later.
            while (_handling.Keys is { } handling && handling.Count > options.NewBatchThreshold)
            {
                await Task.WhenAny(handling).WaitAsync(cancellation);
            }
        }
    }

    /// <summary>Receives one batch and begins to handle it. Returns whether there were messages.</summary>
    internal async Task<bool> ReceiveBatchAsync(CancellationToken cancellation)
    {
        var messages = await queue.ReceiveAsync(options.BatchSize, options.Lease, cancellation);
        foreach (var message in messages)
        {
            var handling = HandleAsync(message, cancellation);
            _handling[handling] = 0;

            // Synchronously with its completion: otherwise the loop that waits for it would spin until it is removed.
            _ = handling.ContinueWith(
                done => _handling.TryRemove(done, out _),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return messages.Count > 0;
    }

    /// <summary>Waits until each received message has been handled.</summary>
    internal Task DrainAsync() => Task.WhenAll(_handling.Keys);

    private async Task HandleAsync(PumpedMessage message, CancellationToken cancellation)
    {
        await Task.Yield();
        using var lease = new MessageLease(queue, message, options.Lease, clock, cancellation);
        try
        {
            await DecodeAndHandleAsync(message, cancellation);
            await queue.DeleteAsync(await lease.EndAsync(), cancellation);
            Handled?.Invoke();
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // The process ends; the message shows again when its lease is over.
        }
        catch (Exception fault)
        {
            await FailAsync(await lease.EndAsync(), fault, cancellation);
        }
    }

    private async Task DecodeAndHandleAsync(PumpedMessage message, CancellationToken cancellation)
    {
        if (message.Attempt > options.MaxDequeueCount)
        {
            throw new InvalidDataException("The message was received too often, and never finished.");
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
            // The message stays hidden until its lease is over; then there is one more attempt.
            fault = new AggregateException(fault, alsoFailed);
        }

        Failed?.Invoke(new FailedAttempt(queue.Name, message.Attempt, poisoned, fault));
    }
}
