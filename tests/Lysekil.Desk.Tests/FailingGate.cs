using Lysekil.Simulation;

namespace Lysekil.Desk.Tests;

/// <summary>Storage that does not answer some calls; none at all, unless a test says which.</summary>
internal sealed class FailingGate : IStorageGate
{
    public Func<StorageCall, bool> Fails { get; set; } = _ => true;

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => Fails(call)
        ? throw new IOException("The storage is gone: connection refused by artiklar/hemligt.md")
        : Task.CompletedTask;

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
