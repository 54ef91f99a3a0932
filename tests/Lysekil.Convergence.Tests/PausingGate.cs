using Lysekil.Convergence.Running;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Tests;

/// <summary>
/// Once it is armed, lets so many calls through and holds the next; once resumed, lets one more through, and no more, or all.
/// </summary>
internal sealed class PausingGate(int calls) : IStorageGate
{
    private readonly TaskCompletionSource _resumed = new();
    private int _left = calls;
    private bool _isCrashing;

    public bool IsArmed { get; set; }

    /// <summary>Whether who was held dies after one more call.</summary>
    public bool CrashesWhenResumed { get; init; } = true;

    public bool HasPaused { get; private set; }

    public void Resume() => _resumed.SetResult();

    public async Task BeforeAsync(StorageCall call, CancellationToken cancellation)
    {
        if (_isCrashing)
        {
            throw new StorageFaultException("dead");
        }

        if (IsArmed && _left-- <= 0)
        {
            HasPaused = true;
            await _resumed.Task;
            if (_isCrashing)
            {
                throw new StorageFaultException("dead");
            }

            _isCrashing = CrashesWhenResumed;
        }
    }

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
