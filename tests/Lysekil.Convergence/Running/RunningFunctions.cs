using Lysekil.Convergence.Defects;
using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>
/// The functions that run side by side in two processes: each goes on by one storage call when it is its turn, or fails,
/// or dies. What a function leaves undone that no message comes back for is noted.
/// </summary>
internal sealed class RunningFunctions
{
    /// <summary>A row of a query comes in slices of so few, so that the archive changes between two of them.</summary>
    private const int RowsPerCall = 4;

    /// <summary>How many times slower a slow function is.</summary>
    private const int Slowness = 60;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly History _history;
    private readonly Defect? _defect;
    private readonly SimulatedStorage _storage;
    private readonly RoughGate _gate;
    private readonly Random _random;
    private readonly ManualClock _clock;
    private readonly Action<string>? _tell;
    private readonly EngineProcess[] _processes;
    private readonly List<FunctionRun> _running = [];
    private int _started;

    public RunningFunctions(
        History history, Defect? defect, SimulatedStorage storage, RoughGate gate, Random random, ManualClock clock, Action<string>? tell)
    {
        (_history, _defect, _storage, _gate, _random, _clock, _tell) = (history, defect, storage, gate, random, clock, tell);
        _processes = [.. Enumerable.Range(0, 2).Select(NewProcess)];
    }

    public int Count => _running.Count;

    /// <summary>Whether something was left undone that only the next reconcile finds.</summary>
    public bool IsUnfinished { get; private set; }

    /// <inheritdoc cref="RoughRun.NeedsSweep"/>
    public bool NeedsSweep { get; private set; }

    /// <summary>Whether a publish died after another had taken its message, perhaps before it set an alarm.</summary>
    public bool MayLackAlarm { get; private set; }

    /// <summary>
    /// Whether reconciles also run while things happen, and die. In most histories none does, since they would heal what
    /// messages alone must come to.
    /// </summary>
    public bool HasTimers => _history.Seed % 4 == 3;

    public void StartReconcile() => Start("reconcile", null, null, p => p.Engine.Reconciler.ReconcileSourcesAsync(default));

    public void StartSweep() => Start("reconcile pages", null, null, p => p.Engine.Reconciler.ReconcilePagesAsync(default));

    public void StartTimer() => Start("publish scheduled", null, null, p => p.Engine.Schedule.PublishDueAsync(default));

    /// <summary>Handles a message that was received.</summary>
    public void Handle(SimulatedQueue queue, SimulatedMessage message)
    {
        var attempt = _defect?.Attempt(message.DequeueCount) ?? message.DequeueCount;
        Start(message.Text, queue, message, queue == _storage.ContentEvents
            ? p => p.Engine.ContentEvents.HandleAsync(new(message.Text, attempt), default)
            : p => p.Engine.PageRefreshes.HandleAsync(new(message.Text, attempt), default));
    }

    /// <summary>One of them goes on by a storage call, or does not.</summary>
    public void GoOn()
    {
        var run = _running[_random.Next(_running.Count)];
        if (run.IsSlow && _random.Next(Slowness) > 0)
        {
            return;
        }

        if (_random.NextDouble() < _gate.Weather.Stall)
        {
            _tell?.Invoke("  ten minutes pass");
            _clock.Now += RoughRun.Hidden;
        }

        if ((run.Queue is not null || (HasTimers && run.IsReconcile)) && _random.NextDouble() < _gate.Weather.Crash)
        {
            Die(run);
        }
        else if (_random.NextDouble() < _gate.Weather.ProcessCrash)
        {
            _tell?.Invoke("  a process dies");
            foreach (var other in _running.Where(r => r.Process == run.Process).ToList())
            {
                Die(other);
            }

            var index = Array.IndexOf(_processes, run.Process);
            _processes[index] = NewProcess(index);
        }
        else
        {
            var fault = _random.NextDouble() < _gate.Weather.FaultBefore ? new StorageFaultException("no effect") : null;
            var which = _random.Next(run.Waiting);
            _tell?.Invoke($"  {run}: {run.Next(which)}{(fault is null ? "" : " FAILS")}");
            _clock.Now += TimeSpan.FromMilliseconds(_random.Next(100));
            run.Step(which, fault);
            EndIfDone(run);
        }
    }

    /// <summary>What its tries left undone is a reconcile's, also when another has drained its message by the end.</summary>
    public void NotePoison() => IsUnfinished |= _storage.ContentEvents.Poison.Count + _storage.PageRefreshes.Poison.Count > 0;

    /// <summary>A message is lost after a first try, its own or that of whoever sent it: whatever that left undone, or wrote from an old state, no other message comes for.</summary>
    public void NoteUnfinished(SimulatedMessage message)
    {
        IsUnfinished = true;
        NeedsSweep |= PageRefreshMessage.Read(message.Text) is { IsRebuild: false };
    }

    private void Start(string name, SimulatedQueue? queue, SimulatedMessage? message, Func<EngineProcess, Task> body)
    {
        var process = _processes[_random.Next(_processes.Length)];
        var run = new FunctionRun(++_started, name, process, queue, message)
        {
            LookedAt = _clock.Now,
            IsSlow = _random.NextDouble() < _gate.Weather.Slow,
        };
        _tell?.Invoke($"  {run} starts{(message is { DequeueCount: > 1 } ? $", try {message.DequeueCount}" : "")}");
        _running.Add(run);
        _gate.Current = run;
        run.Task = body(process);
        _gate.Current = null;
        EndIfDone(run);
    }

    private EngineProcess NewProcess(int index)
    {
        var storage = _storage.Through(_gate, RowsPerCall);
        return new EngineProcess(
            _defect?.Spoil(storage, new Spoiling(_storage, () => _gate.Current)) ?? storage,
            _clock,
            index == 0 ? TimeSpan.Zero : _history.Weather.ClockSkew * (_history.Seed % 2 == 0 ? 1 : -1),
            now =>
            {
                if (_gate.Current is { } run)
                {
                    run.LookedAt = now;
                }
            });
    }

    /// <summary>It never goes on: what it waits for is never answered.</summary>
    private void Die(FunctionRun run)
    {
        _tell?.Invoke($"  {run} dies");
        _running.Remove(run);
        GiveUp(run);
    }

    private void EndIfDone(FunctionRun run)
    {
        if (!run.Task.IsCompleted)
        {
            return;
        }

        _running.Remove(run);
        if (run.Task.Exception?.InnerException is { } fault)
        {
            if (!IsTrouble(fault))
            {
                throw new InvalidOperationException($"{run} failed by itself: {fault.Message}", fault);
            }

            _tell?.Invoke($"  {run} failed: {fault.Message}");
            GiveUp(run);
            run.Queue?.Fail(run.Message!, RetryAfter);
            NotePoison();
            return;
        }

        _tell?.Invoke($"  {run} ends");
        run.Queue?.Delete(run.Message!);
    }

    /// <summary>Whether the weather is to blame; or so many others were faster that it is left to the next try.</summary>
    private static bool IsTrouble(Exception fault) => fault is StorageFaultException or TimeoutException
        || (fault is RefreshFailedException several && several.InnerExceptions.All(IsTrouble));

    /// <summary>
    /// What no message comes back for is the next reconcile's, ten minutes later: a timer's work; the slice of a rebuild
    /// that was started again; and the work of a function that was so slow that another took its message and was done.
    /// </summary>
    private void GiveUp(FunctionRun run)
    {
        if (run.Queue is not null && _defect is { DropsFailed: true })
        {
            run.Queue.Delete(run.Message!);
            return;
        }

        var isTaken = run.Message is not null && !run.Queue!.IsHeld(run.Message);
        NeedsSweep |= isTaken && (run.IsRefresh || run.IsPublish); // Either may have written an old state of a page over a newer.
        MayLackAlarm |= isTaken && run.IsPublish;
        IsUnfinished |= run.Message is null || run.IsRebuild || isTaken;
    }
}
