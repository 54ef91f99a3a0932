using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>A queue behind a gate; whatever queue it is.</summary>
public sealed class GatedQueue(string service, IQueue queue, IStorageGate gate) : IQueue
{
    public async Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var call = new StorageCall(service, StorageOperation.Send, message);
        await gate.BeforeAsync(call, cancellation);
        await queue.SendAsync(message, delay, cancellation);
        await gate.AfterAsync(call, cancellation);
    }
}
