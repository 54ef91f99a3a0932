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

    /// <summary>The texts of all messages, hidden ones included; of a message that is not text, its body.</summary>
    public IReadOnlyList<string> Texts
    {
        get { lock (_lock) { return [.. _messages.Select(m => m.Message.Text ?? m.Message.Body)]; } }
    }

    /// <summary>Adds a message in base64, as the functions host does.</summary>
    public void Add(string text) => AddBody(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    /// <summary>Adds a message with any body.</summary>
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
