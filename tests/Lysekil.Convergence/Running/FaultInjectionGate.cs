using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Versions;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>Makes each storage call wait for the scheduler, and injects lost responses and repeated calls.</summary>
internal sealed class FaultInjectionGate(Random random, ManualClock clock, CommitLog commits, Action<string>? trace)
    : IStorageGate
{
    private readonly AsyncLocal<FunctionInvocation?> _current = new();

    public required FaultProfile FaultProfile { get; set; }

    /// <summary>The invocation that is calling storage.</summary>
    public FunctionInvocation? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) =>
        Current is { } run ? run.WaitForScheduleAsync(call) : Task.CompletedTask;

    public Task AfterAsync(StorageCall call, CancellationToken cancellation)
    {
        if (call is { Service: StorageNames.IndexTable, Operation: StorageOperation.Commit })
        {
            commits.Note(
                call, Current?.LookedAt ?? clock.Now, Current?.Process.Generation ?? EngineGeneration.Today);
        }

        return random.NextDouble() < FaultProfile.LostResponse
            ? Task.FromException(new StorageFaultException($"no answer to: {call}"))
            : Task.CompletedTask;
    }

    public bool IsRepeated(StorageCall call)
    {
        var isRepeated = random.NextDouble() < FaultProfile.RepeatedCall;
        if (isRepeated)
        {
            trace?.Invoke($"    made twice: {call}");
        }

        return isRepeated;
    }
}
