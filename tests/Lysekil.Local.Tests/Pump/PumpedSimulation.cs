using System.Globalization;
using System.Text;
using Lysekil.Local.Pump;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Pump;

/// <summary>The receiving end of a simulated queue for a pump.</summary>
internal sealed class PumpedSimulation(SimulatedQueue queue) : IPumpedQueue
{
    public string Name => "simulated";

    /// <summary>True if bodies are base64, as Event Grid writes them; false if they are the raw text.</summary>
    public bool IsEncoded { get; init; } = true;

    public List<string> Poison { get; } = [];

    public Task<IReadOnlyList<PumpedMessage>> ReceiveAsync(int most, TimeSpan lease, CancellationToken cancellation)
    {
        var received = new List<PumpedMessage>();
        while (received.Count < most && queue.TryReceive(lease) is { } message)
        {
            var body = IsEncoded ? Convert.ToBase64String(Encoding.UTF8.GetBytes(message.Text)) : message.Text;
            var (id, count) = (message.Id, message.DequeueCount);
            received.Add(new(Text(id), Text(count), count, BinaryData.FromString(body)));
        }

        return Task.FromResult<IReadOnlyList<PumpedMessage>>(received);
    }

    public Task<PumpedMessage?> HideAsync(PumpedMessage message, TimeSpan lease, CancellationToken cancellation) =>
        Task.FromResult(Find(message) is { } held && queue.Fail(held, lease) ? message : null);

    public Task DeleteAsync(PumpedMessage message, CancellationToken cancellation)
    {
        if (Find(message) is { } held)
        {
            queue.Delete(held);
        }

        return Task.CompletedTask;
    }

    public Task PoisonAsync(PumpedMessage message, CancellationToken cancellation)
    {
        lock (Poison)
        {
            Poison.Add(message.Body.ToString());
        }

        return DeleteAsync(message, cancellation);
    }

    public Task<int> CountAsync(CancellationToken cancellation) => Task.FromResult(queue.Messages.Count);

    public Task<int> CountPoisonedAsync(CancellationToken cancellation) => Task.FromResult(Poison.Count);

    private SimulatedMessage? Find(PumpedMessage message) =>
        queue.Messages.FirstOrDefault(one => Text(one.Id) == message.Id && Text(one.DequeueCount) == message.Receipt);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
