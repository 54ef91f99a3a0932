using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>A queue whose calls pass a gate.</summary>
public sealed class GatedQueue(string service, IQueue queue, IStorageGate gate) : IQueue
{
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        gate.PassAsync(
            new StorageCall(service, StorageOperation.Send, message),
            () => queue.SendAsync(message, delay, cancellation),
            cancellation);

    public Task<MessageReceipt?> HoldAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        gate.PassAsync(
            new StorageCall(service, StorageOperation.Send, message),
            () => queue.HoldAsync(message, delay, cancellation),
            cancellation);

    public Task WithdrawAsync(MessageReceipt receipt, CancellationToken cancellation) =>
        gate.PassAsync(
            new StorageCall(service, StorageOperation.Delete, receipt.Id),
            () => queue.WithdrawAsync(receipt, cancellation),
            cancellation);
}
