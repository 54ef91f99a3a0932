using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>One run of a function: its message, and the storage calls that it waits to make.</summary>
internal sealed class FunctionRun(int number, string name, EngineProcess process, SimulatedQueue? queue, SimulatedMessage? message)
{
    private readonly List<(StorageCall Call, TaskCompletionSource Turn)> _waiting = [];
    private readonly Dictionary<Type, object> _memory = [];

    public EngineProcess Process => process;

    public SimulatedQueue? Queue => queue;

    public SimulatedMessage? Message => message;

    /// <summary>Set once it was started.</summary>
    public Task Task { get; set; } = Task.CompletedTask;

    public int Waiting => _waiting.Count;

    /// <summary>Whether others are many times faster.</summary>
    public bool IsSlow { get; init; }

    /// <summary>What the clock said when the function last looked.</summary>
    public DateTimeOffset LookedAt { get; set; }

    /// <summary>Whether it was woken to refresh pages.</summary>
    public bool IsRefresh => message is not null && PageRefreshMessage.Read(message.Text) is { IsRebuild: false };

    /// <summary>Whether it was woken to publish a source.</summary>
    public bool IsPublish => message is not null && ContentEvent.Read(message.Text) is [_, ..];

    /// <summary>Whether it reconciles sources.</summary>
    public bool IsReconcile => name == "reconcile";

    public bool IsRebuild => message is not null && PageRefreshMessage.Read(message.Text) is { IsRebuild: true };

    /// <summary>What a defect remembers for as long as the function runs.</summary>
    public T Memory<T>()
        where T : class, new()
    {
        if (!_memory.TryGetValue(typeof(T), out var found))
        {
            _memory[typeof(T)] = found = new T();
        }

        return (T)found;
    }

    public Task WaitForTurnAsync(StorageCall call)
    {
        var turn = new TaskCompletionSource(); // Continuations run inline: one thread does everything, in one order.
        _waiting.Add((call, turn));
        return turn.Task;
    }

    public StorageCall Next(int which) => _waiting[which].Call;

    /// <summary>Lets one of its waiting calls go, or fail.</summary>
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
