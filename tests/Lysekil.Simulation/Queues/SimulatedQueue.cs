using System.Text;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>
/// A queue in memory, with both of its ends: what the engine sends, and what the functions host does with it. The
/// host's end passes no gate, since a scheduler takes those steps itself; crash a host by never coming back with the
/// message. Thread safe.
/// </summary>
public sealed class SimulatedQueue(TimeProvider clock) : IQueue
{
    /// <summary>How often a message is tried before it is poison; host.json's <c>maxDequeueCount</c>.</summary>
    public const int MostTries = 5;

    private const int MostBytes = 48 * 1_024;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, SimulatedMessage> _messages = [];
    private readonly List<string> _poison = [];
    private long _sent;

    /// <summary>All messages that are not done, shown or not, in the order in which they were sent.</summary>
    public IReadOnlyList<SimulatedMessage> Messages
    {
        get { lock (_lock) { return [.. _messages.Values]; } }
    }

    /// <summary>The texts in the poison queue.</summary>
    public IReadOnlyList<string> Poison
    {
        get { lock (_lock) { return [.. _poison]; } }
    }

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
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
            _messages.Add(id, new SimulatedMessage(id, message, clock.GetUtcNow() + delay, DequeueCount: 0));
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Takes a message that shows and hides it for a while; <c>null</c> where none shows. One that was tried too often
    /// already (its hosts died) is moved to the poison queue instead.
    /// </summary>
    /// <param name="hidden">Until the message shows again, unless it is done by then.</param>
    /// <param name="id">Which message; <c>null</c>: the one that has shown longest.</param>
    public SimulatedMessage? TryReceive(TimeSpan hidden, long? id = null)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            foreach (var found in _messages.Values
                .Where(message => message.ShowsAt <= now && (id is null || message.Id == id))
                .OrderBy(message => message.ShowsAt)
                .ThenBy(message => message.Id)
                .ToList())
            {
                if (found.DequeueCount < MostTries)
                {
                    return _messages[found.Id] = found with
                    {
                        ShowsAt = now + hidden,
                        DequeueCount = found.DequeueCount + 1,
                    };
                }

                MoveToPoison(found);
            }

            return null;
        }
    }

    /// <summary>Done with a message; <c>false</c> where somebody else received it since, or is done with it.</summary>
    public bool Delete(SimulatedMessage received)
    {
        lock (_lock) { return IsHeld(received) && _messages.Remove(received.Id); }
    }

    /// <summary>
    /// Failed with a message: it shows again after a delay (host.json's <c>visibilityTimeout</c>), or is moved to the
    /// poison queue after its last try. <c>false</c> where somebody else received it meanwhile, or is done with it.
    /// </summary>
    public bool Fail(SimulatedMessage received, TimeSpan delay)
    {
        lock (_lock)
        {
            if (!IsHeld(received)) { return false; }
            if (received.DequeueCount >= MostTries)
            {
                MoveToPoison(received);
            }
            else
            {
                _messages[received.Id] = received with { ShowsAt = clock.GetUtcNow() + delay };
            }

            return true;
        }
    }

    private bool IsHeld(SimulatedMessage received) =>
        _messages.TryGetValue(received.Id, out var message) && message == received;

    private void MoveToPoison(SimulatedMessage message)
    {
        _messages.Remove(message.Id);
        _poison.Add(message.Text);
    }
}
