using System.Globalization;
using System.Text;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>
/// Both ends of a queue in memory: that of the engine, and that of the functions host. The host's end passes no gate,
/// since a scheduler takes its steps itself. A host that never finishes a message has crashed. Thread safe.
/// </summary>
public sealed class SimulatedQueue(TimeProvider clock) : IQueue
{
    /// <summary>The attempts before a message is poisoned.</summary>
    public const int MaxAttempts = ReceivedMessage.MaxAttempts;

    private const int MostBytes = 48 * 1_024;

    private readonly Lock _lock = new();
    private readonly List<SimulatedMessage> _messages = []; // In the order of their ids.
    private long _sent;

    /// <summary>All messages, hidden ones included, in the order in which they were sent.</summary>
    public IReadOnlyList<SimulatedMessage> Messages
    {
        get { lock (_lock) { return [.. _messages]; } }
    }

    /// <summary>The poison queue of this queue.</summary>
    public SimulatedPoisonQueue PoisonQueue { get; } = new(clock);

    /// <summary>The texts in the poison queue.</summary>
    public IReadOnlyList<string> Poison => PoisonQueue.Texts;

    /// <summary>
    /// Adds the numbers of the messages that show now to a list, in the order in which they were sent.
    /// </summary>
    /// <returns>How many there are.</returns>
    public int AddShowing(List<long> showing)
    {
        lock (_lock)
        {
            var (now, before) = (clock.GetUtcNow(), showing.Count);
            foreach (var message in _messages)
            {
                if (message.ShowsAt <= now)
                {
                    showing.Add(message.Id);
                }
            }

            return showing.Count - before;
        }
    }

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        HoldAsync(message, delay, cancellation);

    public Task<MessageReceipt?> HoldAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, TimeSpan.FromDays(7));
        if (Encoding.UTF8.GetByteCount(message) > MostBytes)
        {
            throw new ArgumentException("A message has at most 48 KiB.", nameof(message));
        }

        lock (_lock)
        {
            var id = ++_sent;
            _messages.Add(new SimulatedMessage(id, message, clock.GetUtcNow() + delay, DequeueCount: 0));
            var number = id.ToString(CultureInfo.InvariantCulture);
            return Task.FromResult<MessageReceipt?>(new MessageReceipt(number, number));
        }
    }

    public Task WithdrawAsync(MessageReceipt receipt, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var id = long.Parse(receipt.Id, CultureInfo.InvariantCulture);
        lock (_lock) { _messages.RemoveAll(m => m.Id == id && m.DequeueCount == 0); }
        return Task.CompletedTask;
    }

    /// <summary>Deletes all messages, also those that do not show yet: a failure of storage loses them.</summary>
    public void Lose()
    {
        lock (_lock) { _messages.Clear(); }
    }

    /// <summary>
    /// Receives a message that shows, and hides it for a while; <c>null</c> if none shows. A message whose hosts have
    /// all crashed moves to the poison queue after the last attempt.
    /// </summary>
    /// <param name="hidden">The time until the message shows again.</param>
    /// <param name="id">The message to receive; <c>null</c> for the one that has shown longest.</param>
    /// <param name="isImpatient">True if a delayed message may be received before its time, if none shows.</param>
    public SimulatedMessage? TryReceive(TimeSpan hidden, long? id = null, bool isImpatient = false)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            while (Next(id, now) is >= 0 and var next)
            {
                var found = _messages[next];
                if (found.DequeueCount < MaxAttempts)
                {
                    var count = found.DequeueCount + 1;
                    return _messages[next] = found with { ShowsAt = now + hidden, DequeueCount = count };
                }

                MoveToPoison(next);
            }

            return isImpatient && _messages.Find(m => m.DequeueCount == 0) is { } delayed
                ? _messages[_messages.IndexOf(delayed)] = delayed with { ShowsAt = now + hidden, DequeueCount = 1 }
                : null;
        }
    }

    /// <summary>Deletes a message; <c>false</c> if another host has received or deleted it since.</summary>
    public bool Delete(SimulatedMessage received)
    {
        lock (_lock)
        {
            if (Held(received) is not (>= 0 and var at)) { return false; }
            _messages.RemoveAt(at);
            return true;
        }
    }

    /// <summary>
    /// Ends a failed attempt: the message shows again after a delay (host.json's <c>visibilityTimeout</c>), or after
    /// the last attempt moves to the poison queue. <c>false</c> if another host has received or deleted it since.
    /// </summary>
    public bool Fail(SimulatedMessage received, TimeSpan delay)
    {
        lock (_lock)
        {
            if (Held(received) is not (>= 0 and var at)) { return false; }
            if (received.DequeueCount >= MaxAttempts)
            {
                MoveToPoison(at);
            }
            else
            {
                _messages[at] = received with { ShowsAt = clock.GetUtcNow() + delay };
            }

            return true;
        }
    }

    /// <summary>True if no other host has received or deleted the message since.</summary>
    public bool IsHeld(SimulatedMessage received)
    {
        lock (_lock) { return Held(received) >= 0; }
    }

    private int Held(SimulatedMessage received) =>
        _messages.FindIndex(m => m.Id == received.Id) is >= 0 and var at && _messages[at] == received ? at : -1;

    /// <summary>The index of the message that is received next; -1 if none shows.</summary>
    private int Next(long? id, DateTimeOffset now)
    {
        var next = -1;
        for (var i = 0; i < _messages.Count; i++)
        {
            var message = _messages[i];
            if (message.ShowsAt <= now
                && (id is null || message.Id == id)
                && (next < 0 || message.ShowsAt < _messages[next].ShowsAt))
            {
                next = i;
            }
        }

        return next;
    }

    private void MoveToPoison(int at)
    {
        PoisonQueue.Add(_messages[at].Text);
        _messages.RemoveAt(at);
    }
}
