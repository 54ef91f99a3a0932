using System.Globalization;
using System.Text;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Pump;

/// <summary>
/// Both ends of a queue in memory, for a session that alone sends and receives, and whose storage ends with it. Thread
/// safe.
/// </summary>
/// <param name="name">The name of the queue.</param>
/// <param name="clock">Ends the leases of messages.</param>
internal sealed class InMemoryQueue(string name, TimeProvider clock) : IQueue, IPumpedQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (PumpedMessage Message, DateTimeOffset Shows)> _messages =
        new(StringComparer.Ordinal);

    /// <summary>
    /// Ids by the time when they show. Entries of messages that were hidden or deleted since are skipped.
    /// </summary>
    private readonly PriorityQueue<string, DateTimeOffset> _turns = new();

    private long _last;
    private int _poisoned;

    public string Name => name;

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var body = BinaryData.FromString(Convert.ToBase64String(Encoding.UTF8.GetBytes(message)));
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            Show(new PumpedMessage(Next(), "", 0, body, now), now + delay);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<PumpedMessage>> ReceiveAsync(int most, TimeSpan lease, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var received = new List<PumpedMessage>();
        lock (_lock)
        {
            while (received.Count < most && _turns.TryPeek(out var id, out var turn) && turn <= now)
            {
                _turns.Dequeue();
                if (_messages.TryGetValue(id, out var held) && held.Shows == turn)
                {
                    var message = held.Message with { Receipt = Next(), Attempt = held.Message.Attempt + 1 };
                    received.Add(Show(message, now + lease));
                }
            }
        }

        return Task.FromResult<IReadOnlyList<PumpedMessage>>(received);
    }

    public Task<PumpedMessage?> HideAsync(PumpedMessage message, TimeSpan lease, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult(
                IsHeld(message) ? Show(message with { Receipt = Next() }, clock.GetUtcNow() + lease) : null);
        }
    }

    public Task DeleteAsync(PumpedMessage message, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (IsHeld(message))
            {
                _messages.Remove(message.Id);
            }
        }

        return Task.CompletedTask;
    }

    public Task PoisonAsync(PumpedMessage message, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _poisoned);
        return DeleteAsync(message, cancellation);
    }

    public Task<int> CountAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            return Task.FromResult(_messages.Count);
        }
    }

    public Task<int> CountPoisonedAsync(CancellationToken cancellation) => Task.FromResult(_poisoned);

    private bool IsHeld(PumpedMessage message) =>
        _messages.TryGetValue(message.Id, out var held) && held.Message.Receipt == message.Receipt;

    private PumpedMessage Show(PumpedMessage message, DateTimeOffset turn)
    {
        _messages[message.Id] = (message, turn);
        _turns.Enqueue(message.Id, turn);
        return message;
    }

    private string Next() => (++_last).ToString(CultureInfo.InvariantCulture);
}
