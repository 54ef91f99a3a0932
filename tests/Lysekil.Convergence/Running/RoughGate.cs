using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>Where the functions of a rough run wait for their turn, and where their calls' answers are lost.</summary>
internal sealed class RoughGate(Random random, ManualClock clock, CommitLog commits, Action<string>? tell) : IStorageGate
{
    private readonly AsyncLocal<FunctionRun?> _current = new();

    public required Weather Weather { get; set; }

    /// <summary>On whose behalf storage is called now.</summary>
    public FunctionRun? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
        Current is { } run ? run.WaitForTurnAsync(call) : Task.CompletedTask;

    public Task AfterAsync(StorageCall call, CancellationToken cancellation)
    {
        if (call is { Service: StorageNames.IndexTable, Operation: StorageOperation.Commit })
        {
            commits.Note(call, Current?.LookedAt ?? clock.Now);
        }

        return random.NextDouble() < Weather.FaultAfter
            ? Task.FromException(new StorageFaultException($"no answer to: {call}"))
            : Task.CompletedTask;
    }

    public bool IsRepeated(StorageCall call)
    {
        var isRepeated = random.NextDouble() < Weather.Repeat;
        if (isRepeated)
        {
            tell?.Invoke($"    made twice: {call}");
        }

        return isRepeated;
    }
}
