using Lysekil.Convergence.Running;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Tests;

/// <summary>Once armed, lets a number of calls through and fails all later ones.</summary>
internal sealed class CrashingGate(int calls) : IStorageGate
{
    private int _left = calls;

    public bool IsArmed { get; set; }

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
        IsArmed && _left-- <= 0 ? Task.FromException(new StorageFaultException("crashed")) : Task.CompletedTask;

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
