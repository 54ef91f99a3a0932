using Lysekil.Convergence.Defects;
using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Versions;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>
/// Interleaves the function invocations of two processes, one storage call at a time. At each step one invocation makes
/// its next call, fails, or crashes. The scheduler notes the work that an invocation leaves and no message retries.
/// </summary>
internal sealed class FunctionScheduler
{
    /// <summary>
    /// A query reads this few rows with each call, so that other invocations can change the index in between.
    /// </summary>
    private const int RowsPerCall = 4;

    /// <summary>How many times slower a slow invocation is.</summary>
    private const int Slowness = 60;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly History _history;
    private readonly Defect? _defect;
    private readonly SimulatedStorage _storage;
    private readonly FaultInjectionGate _gate;
    private readonly Random _random;
    private readonly ManualClock _clock;
    private readonly Action<string>? _trace;
    private readonly EngineGeneration[] _generations;
    private readonly EngineProcess[] _processes;
    private readonly List<FunctionInvocation> _running = [];
    private int _started;

    public FunctionScheduler(
        History history, Defect? defect, SimulatedStorage storage, FaultInjectionGate gate, Random random,
        ManualClock clock, Action<string>? trace)
    {
        (_history, _defect, _storage, _gate) = (history, defect, storage, gate);
        (_random, _clock, _trace) = (random, clock, trace);
        _generations = [EngineGeneration.Today, history.IsDeployment ? EngineGeneration.Later : EngineGeneration.Today];
        _processes = [.. Enumerable.Range(0, 2).Select(NewProcess)];
    }

    public int Count => _running.Count;

    /// <summary>True if work was left that only the next reconcile finds.</summary>
    public bool IsUnfinished { get; private set; }

    /// <inheritdoc cref="FaultInjectionRun.NeedsSweep"/>
    public bool NeedsSweep { get; private set; }

    /// <summary>
    /// True if a publish crashed after another invocation had received its message, perhaps before it scheduled the
    /// alarm.
    /// </summary>
    public bool MayLackAlarm { get; private set; }

    /// <summary>
    /// True if reconciles also run, and crash, while editors work. In most histories none runs before the end, since it
    /// would repair what the messages alone must achieve.
    /// </summary>
    public bool HasTimers => _history.Seed % 4 == 3;

    /// <summary>
    /// True if no timer ever fires, so that messages alone start reconciles: those that are overdue. In other histories
    /// no message starts one, for the same reason.
    /// </summary>
    public bool HasNoTimers => _history.Seed % 4 == 1;

    /// <summary>
    /// Leaves the engine of one generation alone: a deployment is done, or rolled back. What runs may end, as instances
    /// are given the time to.
    /// </summary>
    public void EndDeployment(EngineGeneration last)
    {
        if (Array.TrueForAll(_generations, g => g == last))
        {
            return;
        }

        _trace?.Invoke($"-- {last} is the only engine from here --");
        for (var index = 0; index < _processes.Length; index++)
        {
            _generations[index] = last;
            _processes[index] = NewProcess(index);
        }
    }

    public void StartReconcile() =>
        Start("reconcile", null, null, p => p.Engine.Reconciler.ReconcileSourcesAsync(default));

    public void StartSweep() =>
        Start("reconcile pages", null, null, p => p.Engine.Reconciler.ReconcilePagesAsync(default));

    public void StartTimer() => Start("publish scheduled", null, null, p => p.Engine.Schedule.PublishDueAsync(default));

    /// <summary>Starts an invocation for a received message.</summary>
    public void Handle(SimulatedQueue queue, SimulatedMessage message)
    {
        var attempt = _defect?.Attempt(message.DequeueCount) ?? message.DequeueCount;
        Start(message.Text, queue, message, queue == _storage.ContentEvents
            ? p => p.Engine.ContentEvents.HandleAsync(new(message.Text, attempt), default)
            : p => p.Engine.PageRefreshes.HandleAsync(new(message.Text, attempt), default));
    }

    /// <summary>Lets one invocation make its next storage call, fail or crash.</summary>
    public void StepOne()
    {
        var run = _running[_random.Next(_running.Count)];
        if (run.IsSlow && _random.Next(Slowness) > 0)
        {
            return;
        }

        if (_random.NextDouble() < _gate.FaultProfile.Stall)
        {
            _trace?.Invoke("  ten minutes pass");
            _clock.Now += FaultInjectionRun.Hidden;
        }

        if ((run.Queue is not null || (HasTimers && run.IsReconcile))
            && _random.NextDouble() < _gate.FaultProfile.FunctionCrash)
        {
            Crash(run);
        }
        else if (_random.NextDouble() < _gate.FaultProfile.ProcessCrash)
        {
            _trace?.Invoke("  a process dies");
            foreach (var other in _running.Where(r => r.Process == run.Process).ToList())
            {
                Crash(other);
            }

            if (Array.IndexOf(_processes, run.Process) is >= 0 and var index)
            {
                _processes[index] = NewProcess(index);
            }
        }
        else
        {
            var isFailed = _random.NextDouble() < _gate.FaultProfile.FailedCall;
            var fault = isFailed ? new StorageFaultException("no effect") : null;
            var which = _random.Next(run.PendingCalls);
            _trace?.Invoke($"  {run}: {run.Next(which)}{(fault is null ? "" : " FAILS")}");
            _clock.Now += TimeSpan.FromMilliseconds(_random.Next(100));
            run.Step(which, fault);
            CompleteIfDone(run);
        }
    }

    /// <summary>
    /// Notes that a poison message left work for the next reconcile, even if a running reconcile drains it.
    /// </summary>
    public void NotePoison() =>
        IsUnfinished |= _storage.ContentEvents.Poison.Count + _storage.PageRefreshes.Poison.Count > 0;

    /// <summary>
    /// Notes that a message was lost after a first attempt, its own or its sender's. No other message retries the work
    /// that this attempt left or the old state that it wrote.
    /// </summary>
    public void NoteUnfinished(SimulatedMessage message)
    {
        IsUnfinished = true;
        NeedsSweep |= PageRefreshMessage.Read(message.Text) is { IsRebuild: false };
    }

    private void Start(string name, SimulatedQueue? queue, SimulatedMessage? message, Func<EngineProcess, Task> body)
    {
        var process = _processes[_random.Next(_processes.Length)];
        var run = new FunctionInvocation(++_started, name, process, queue, message)
        {
            LookedAt = _clock.Now,
            IsSlow = _random.NextDouble() < _gate.FaultProfile.SlowFunction,
        };
        _trace?.Invoke($"  {run} starts{(message is { DequeueCount: > 1 } ? $", try {message.DequeueCount}" : "")}");
        _running.Add(run);
        _gate.Current = run;
        run.Task = body(process);
        _gate.Current = null;
        CompleteIfDone(run);
    }

    private EngineProcess NewProcess(int index)
    {
        var storage = _storage.Through(_gate, RowsPerCall);
        return new EngineProcess(
            _generations[index],
            _defect?.Inject(storage, new DefectContext(_storage, () => _gate.Current)) ?? storage,
            _clock,
            index == 0 ? TimeSpan.Zero : _history.FaultProfile.ClockSkew * (_history.Seed % 2 == 0 ? 1 : -1),
            HasNoTimers,
            now =>
            {
                if (_gate.Current is { } run)
                {
                    run.LookedAt = now;
                }
            });
    }

    /// <summary>Ends an invocation for ever: its pending calls are never answered.</summary>
    private void Crash(FunctionInvocation run)
    {
        _trace?.Invoke($"  {run} dies");
        _running.Remove(run);
        GiveUp(run);
    }

    private void CompleteIfDone(FunctionInvocation run)
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

            _trace?.Invoke($"  {run} failed: {fault.Message}");
            GiveUp(run);
            run.Queue?.Fail(run.Message!, RetryAfter);
            NotePoison();
            return;
        }

        _trace?.Invoke($"  {run} ends");
        run.Queue?.Delete(run.Message!);
    }

    /// <summary>
    /// True if the exception is an injected fault, or tells that the invocation lost too many races and leaves the work
    /// to the next attempt.
    /// </summary>
    private static bool IsTrouble(Exception fault) => fault is StorageFaultException or TimeoutException
        || (fault is RefreshFailedException several && several.InnerExceptions.All(IsTrouble));

    /// <summary>
    /// Notes the work that no message retries, so that only the next reconcile finds it: the work of a timer, a slice
    /// of a rebuild that was started again, and the work of an invocation so slow that another one received its
    /// message.
    /// </summary>
    private void GiveUp(FunctionInvocation run)
    {
        if (run.Queue is not null && _defect is { DeletesFailedMessages: true })
        {
            run.Queue.Delete(run.Message!);
            return;
        }

        var isTaken = run.Message is not null && !run.Queue!.IsHeld(run.Message);
        NeedsSweep |= isTaken && (run.IsRefresh || run.IsPublish); // It may have overwritten a page with an old state.
        MayLackAlarm |= isTaken && run.IsPublish;
        IsUnfinished |= run.Message is null || run.IsRebuild || isTaken;
    }
}
