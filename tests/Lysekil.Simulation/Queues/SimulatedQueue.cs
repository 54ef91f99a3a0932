using System.Text;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>
/// A queue in memory, with both of its ends: what the engine sends, and what the functions host does with it. The
/// host's end passes no gate, since a scheduler takes those steps itself; crash a host by never coming back with the
/// message. Thread safe.
/// </summary>
public sealed class SimulatedQueue(TimeProvider clock) : IQueue
{
    /// <summary>How often a message is tried before it is poison.</summary>
    public const int MostTries = ReceivedMessage.MaxAttempts;

    private const int MostBytes = 48 * 1_024;

    private readonly Lock _lock = new();
    private readonly List<SimulatedMessage> _messages = []; // In the order of their numbers: new ones come last.
    private long _sent;

    /// <summary>All messages that are not done, shown or not, in the order in which they were sent.</summary>
    public IReadOnlyList<SimulatedMessage> Messages
    {
        get { lock (_lock) { return [.. _messages]; } }
    }

    /// <summary>Where messages go that failed too often.</summary>
    public SimulatedPoisonQueue PoisonQueue { get; } = new(clock);

    /// <summary>The texts in the poison queue.</summary>
    public IReadOnlyList<string> Poison => PoisonQueue.Texts;

    /// <summary>Adds the numbers of the messages that show now to a list, in the order in which they were sent.</summary>
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
            _messages.Add(new SimulatedMessage(id, message, clock.GetUtcNow() + delay, DequeueCount: 0));
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Takes a message that shows and hides it for a while; <c>null</c> where none shows. One that was tried too often
    /// already (its hosts died) is moved to the poison queue instead.
    /// </summary>
    /// <param name="hidden">Until the message shows again, unless it is done by then.</param>
    /// <param name="id">Which message; <c>null</c>: the one that has shown longest.</param>
    /// <param name="isImpatient">Whether one that was sent with a delay may be taken before its time, if none shows.</param>
    public SimulatedMessage? TryReceive(TimeSpan hidden, long? id = null, bool isImpatient = false)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            while (Next(id, now) is >= 0 and var next)
            {
                var found = _messages[next];
                if (found.DequeueCount < MostTries)
                {
                    return _messages[next] = found with { ShowsAt = now + hidden, DequeueCount = found.DequeueCount + 1 };
                }

                MoveToPoison(next);
            }

            return isImpatient && _messages.Find(m => m.DequeueCount == 0) is { } delayed
                ? _messages[_messages.IndexOf(delayed)] = delayed with { ShowsAt = now + hidden, DequeueCount = 1 }
                : null;
        }
    }

    /// <summary>Done with a message; <c>false</c> where somebody else received it since, or is done with it.</summary>
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
    /// Failed with a message: it shows again after a delay (host.json's <c>visibilityTimeout</c>), or is moved to the
    /// poison queue after its last try. <c>false</c> where somebody else received it meanwhile, or is done with it.
    /// </summary>
    public bool Fail(SimulatedMessage received, TimeSpan delay)
    {
        lock (_lock)
        {
            if (Held(received) is not (>= 0 and var at)) { return false; }
            if (received.DequeueCount >= MostTries)
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

    /// <summary>Whether a message is still whose who received it: nobody else did since, or is done with it.</summary>
    public bool IsHeld(SimulatedMessage received)
    {
        lock (_lock) { return Held(received) >= 0; }
    }

    private int Held(SimulatedMessage received) =>
        _messages.FindIndex(m => m.Id == received.Id) is >= 0 and var at && _messages[at] == received ? at : -1;

    /// <summary>Where the message is that is to be received next, of those that show; -1 where none is.</summary>
    private int Next(long? id, DateTimeOffset now)
    {
        var next = -1;
        for (var i = 0; i < _messages.Count; i++)
        {
            var message = _messages[i];
            if (message.ShowsAt <= now && (id is null || message.Id == id) && (next < 0 || message.ShowsAt < _messages[next].ShowsAt))
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
