using Lysekil.Simulation;

namespace Lysekil.Desk.Tests;

/// <summary>Storage that answers no call.</summary>
internal sealed class FailingGate : IStorageGate
{
    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
        throw new IOException("The storage is gone: connection refused by artiklar/hemligt.md");

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
