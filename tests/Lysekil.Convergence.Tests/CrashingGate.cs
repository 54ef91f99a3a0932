using Lysekil.Convergence.Running;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Tests;

/// <summary>Lets so many calls through once it is armed, and then no more.</summary>
internal sealed class CrashingGate(int calls) : IStorageGate
{
    private int _left = calls;

    public bool IsArmed { get; set; }

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
        IsArmed && _left-- <= 0 ? Task.FromException(new StorageFaultException("dead")) : Task.CompletedTask;

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
