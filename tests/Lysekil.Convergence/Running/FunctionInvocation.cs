using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>One invocation of a function, with its message and the storage calls that wait for the scheduler.</summary>
internal sealed class FunctionInvocation(
    int number, string name, EngineProcess process, SimulatedQueue? queue, SimulatedMessage? message)
{
    private readonly List<(StorageCall Call, TaskCompletionSource Turn)> _waiting = [];
    private readonly Dictionary<Type, object> _state = [];

    public EngineProcess Process => process;

    public SimulatedQueue? Queue => queue;

    public SimulatedMessage? Message => message;

    /// <summary>Set when the invocation is started.</summary>
    public Task Task { get; set; } = Task.CompletedTask;

    public int PendingCalls => _waiting.Count;

    /// <summary>True if other invocations run many times faster.</summary>
    public bool IsSlow { get; init; }

    /// <summary>The time when the invocation last read the clock.</summary>
    public DateTimeOffset LookedAt { get; set; }

    /// <summary>True if its message asks to refresh pages.</summary>
    public bool IsRefresh => message is not null && PageRefreshMessage.Read(message.Text) is { IsRebuild: false };

    /// <summary>True if its message asks to publish a source.</summary>
    public bool IsPublish => message is not null && ContentEvent.Read(message.Text) is [_, ..];

    /// <summary>True if it reconciles sources.</summary>
    public bool IsReconcile => name == "reconcile";

    public bool IsRebuild => message is not null && PageRefreshMessage.Read(message.Text) is { IsRebuild: true };

    /// <summary>State that a defect keeps for the lifetime of this invocation.</summary>
    public T State<T>()
        where T : class, new()
    {
        if (!_state.TryGetValue(typeof(T), out var found))
        {
            _state[typeof(T)] = found = new T();
        }

        return (T)found;
    }

    public Task WaitForScheduleAsync(StorageCall call)
    {
        var turn = new TaskCompletionSource(); // Continuations run inline, so one thread runs everything in one order.
        _waiting.Add((call, turn));
        return turn.Task;
    }

    public StorageCall Next(int which) => _waiting[which].Call;

    /// <summary>Lets one of the pending calls proceed, or fail.</summary>
    public void Step(int which, Exception? fault)
    {
        var (_, turn) = _waiting[which];
        _waiting.RemoveAt(which);
        if (fault is null)
        {
            turn.SetResult();
        }
        else
        {
            turn.SetException(fault);
        }
    }

    public override string ToString() => $"{number}:{name}";
}
