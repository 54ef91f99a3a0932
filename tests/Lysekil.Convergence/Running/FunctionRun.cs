using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>One run of a function: its message, and the storage calls that it waits to make.</summary>
internal sealed class FunctionRun(int number, string name, EngineProcess process, SimulatedQueue? queue, SimulatedMessage? message)
{
    private readonly List<(StorageCall Call, TaskCompletionSource Turn)> _waiting = [];

    public EngineProcess Process => process;

    public SimulatedQueue? Queue => queue;

    public SimulatedMessage? Message => message;

    /// <summary>Set once it was started.</summary>
    public Task Task { get; set; } = Task.CompletedTask;

    /// <summary>A dead function never goes on: what it waits for is never answered.</summary>
    public bool IsDead { get; set; }

    public int Waiting => _waiting.Count;

    /// <summary>What the clock said when the function last looked.</summary>
    public DateTimeOffset LookedAt { get; set; }

    public Task WaitForTurnAsync(StorageCall call)
    {
        var turn = new TaskCompletionSource(); // Continuations run inline: one thread does everything, in one order.
        _waiting.Add((call, turn));
        return turn.Task;
    }

    /// <summary>Lets one of its waiting calls go, or fail.</summary>
    public StorageCall Step(int which, Exception? fault)
    {
        var (call, turn) = _waiting[which];
        _waiting.RemoveAt(which);
        if (fault is null)
        {
            turn.SetResult();
        }
        else
        {
            turn.SetException(fault);
        }

        return call;
    }

    public override string ToString() => $"{number}:{name}";
}
