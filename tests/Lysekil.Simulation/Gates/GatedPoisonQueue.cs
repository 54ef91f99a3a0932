using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>A poison queue whose calls pass a gate.</summary>
public sealed class GatedPoisonQueue(string service, IPoisonQueue queue, IStorageGate gate) : IPoisonQueue
{
    public Task<IReadOnlyList<PoisonedMessage>> ReceiveAsync(
        int most, TimeSpan hidden, CancellationToken cancellation) =>
        gate.PassAsync(
            new StorageCall(service, StorageOperation.Receive, ""),
            () => queue.ReceiveAsync(most, hidden, cancellation),
            cancellation);

    public Task DeleteAsync(PoisonedMessage message, CancellationToken cancellation) =>
        gate.PassAsync(
            new StorageCall(service, StorageOperation.Delete, message.Text ?? message.Body),
            () => queue.DeleteAsync(message, cancellation),
            cancellation);
}
