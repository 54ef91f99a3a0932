using System.Globalization;
using System.Text;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>A poison queue in memory. Thread safe.</summary>
public sealed class SimulatedPoisonQueue(TimeProvider clock) : IPoisonQueue
{
    private readonly Lock _lock = new();
    private readonly List<(PoisonedMessage Message, DateTimeOffset ShowsAt)> _messages = [];
    private long _numbers;

    /// <summary>The texts of all messages, shown or not; a body that is no text as it is.</summary>
    public IReadOnlyList<string> Texts
    {
        get { lock (_lock) { return [.. _messages.Select(m => m.Message.Text ?? m.Message.Body)]; } }
    }

    /// <summary>Puts a message here, as the functions host does.</summary>
    public void Add(string text) => AddBody(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    /// <summary>Puts a body here that may be anything.</summary>
    public void AddBody(string body)
    {
        lock (_lock) { _messages.Add((new PoisonedMessage(Number(), "", body), clock.GetUtcNow())); }
    }

    public Task<IReadOnlyList<PoisonedMessage>> ReceiveAsync(int most, TimeSpan hidden, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 32);
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var received = new List<PoisonedMessage>();
            for (var i = 0; i < _messages.Count && received.Count < most; i++)
            {
                if (_messages[i].ShowsAt <= now)
                {
                    _messages[i] = (_messages[i].Message with { Receipt = Number() }, now + hidden);
                    received.Add(_messages[i].Message);
                }
            }

            return Task.FromResult<IReadOnlyList<PoisonedMessage>>(received);
        }
    }

    public Task DeleteAsync(PoisonedMessage message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock) { _messages.RemoveAll(m => m.Message == message); }
        return Task.CompletedTask;
    }

    private string Number() => (++_numbers).ToString(CultureInfo.InvariantCulture);
}
