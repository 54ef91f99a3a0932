using Lysekil.Convergence.Running;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Tests;

/// <summary>
/// Once armed, lets a number of calls through and holds the next. Once resumed, lets that call through, and then fails
/// all later calls or lets them through.
/// </summary>
internal sealed class PausingGate(int calls) : IStorageGate
{
    private readonly TaskCompletionSource _resumed = new();
    private int _left = calls;
    private bool _isCrashing;

    public bool IsArmed { get; set; }

    /// <summary>True if the held caller crashes after the call at which it was held.</summary>
    public bool CrashesWhenResumed { get; init; } = true;

    public bool HasPaused { get; private set; }

    public void Resume() => _resumed.SetResult();

    public async Task BeforeAsync(StorageCall call, CancellationToken cancellation)
    {
        if (_isCrashing)
        {
            throw new StorageFaultException("crashed");
        }

        if (IsArmed && _left-- <= 0)
        {
            HasPaused = true;
            await _resumed.Task;
            if (_isCrashing)
            {
                throw new StorageFaultException("crashed");
            }

            _isCrashing = CrashesWhenResumed;
        }
    }

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
