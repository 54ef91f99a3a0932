using Lysekil.Convergence.Defects;
using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Waking;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>
/// Runs a history in its weather: functions interleave storage call by storage call, on one thread, in an order that the
/// seed decides. When everything from outside has happened, the weather clears, what was lost is reconciled, and the
/// queues run empty.
/// </summary>
public sealed class RoughRun
{
    private const int MostSteps = 200_000;
    private const int MostRunning = 12;
    private const int MostDays = 10;

    /// <summary>A row of a query comes in slices of so few, so that the archive changes between two of them.</summary>
    private const int RowsPerCall = 4;

    /// <summary>How many times slower a slow function is.</summary>
    private const int Slowness = 60;

    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly History _history;
    private readonly Defect? _defect;
    private readonly Random _random;
    private readonly ManualClock _clock = new(HistoryGenerator.Start);
    private readonly RoughGate _gate;
    private readonly CommitLog _commits;
    private readonly Outside _outside;
    private readonly EngineProcess[] _processes;
    private readonly List<FunctionRun> _running = [];
    private readonly List<long> _showing = [];
    private readonly Action<string>? _tell;
    private int _functions;
    private bool _isUnfinished;
    private bool _mayLackAlarm;
    private bool _wasCalm;

    /// <param name="history">What happens.</param>
    /// <param name="defect">What is wrong between engine and storage; normally nothing.</param>
    /// <param name="tell">Told each step, for a readable history.</param>
    public RoughRun(History history, Defect? defect = null, Action<string>? tell = null)
    {
        _history = history;
        _defect = defect;
        _tell = tell;
        _random = new Random(history.Seed ^ 0x5EED);
        Storage = new SimulatedStorage(_clock);
        _commits = new CommitLog(Storage);
        _gate = new RoughGate(_random, _clock, _commits, tell) { Weather = history.Weather };
        _outside = new Outside(history, Storage, _clock, _random, _commits, tell);
        _processes = [.. Enumerable.Range(0, 2).Select(NewProcess)];
    }

    /// <summary>
    /// Called once while editors still have something to do, when for the first time nothing is in flight and nothing was
    /// lost, where clocks agree and something was committed.
    /// </summary>
    public Action<RoughRun>? AtFirstCalm { get; init; }

    public SimulatedStorage Storage { get; }

    /// <summary>All commits of sources' rows, in their order.</summary>
    public IReadOnlyList<SourceCommit> Commits => _commits.Commits;

    public DateTimeOffset Now => _clock.Now;

    /// <summary>
    /// Whether a refresh went on after another had taken its message and was done, and then died: what it wrote may be
    /// old, and nobody but the nightly reconcile looks at a page that is not stale.
    /// </summary>
    public bool NeedsSweep { get; private set; }

    /// <summary>
    /// The rows of articles that are scheduled although all messages have shown and been handled: an alarm that was not lost
    /// did not wake them, or was never set.
    /// </summary>
    public IReadOnlyList<string> Overdue { get; private set; } = [];

    private bool NeedsReconcile =>
        _isUnfinished || _outside.HasLost || Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count > 0;

    /// <summary>Runs until nothing is left to do.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public void Run() => Alone(RunToEnd);

    /// <summary>Reconciles pages: what nobody asks for any more goes.</summary>
    public void SweepPages() => Alone(() =>
    {
        Start("reconcile pages", null, null, p => p.Engine.Reconciler.ReconcilePagesAsync(default));
        Play();
    });

    private void RunToEnd()
    {
        StartReconcile();
        Play();
        _gate.Weather = _outside.Weather = Weather.Calm;
        _tell?.Invoke("-- the weather clears --");
        Play();
        Overdue = _mayLackAlarm || _outside.HasLostAlarm || Storage.ContentEvents.Poison.Count > 0 ? [] : [.. Storage.Archive.Rows.Select(r => r.Key).Where(IsScheduled)];
        _clock.Now += TimeSpan.FromHours(2); // Beyond any article's date and any clock's error.
        Start("publish scheduled", null, null, p => p.Engine.Schedule.WakeDueAsync(default));
        Play();
        if (NeedsReconcile)
        {
            StartReconcile(); // To end a round that was cut short; the next has seen all.
            Play();
            StartReconcile();
            Play();
        }

        for (var days = 0; days < MostDays && IsAnythingGivenUp; days++)
        {
            _clock.Now += TimeSpan.FromDays(1); // Beyond any pause between two rounds of tries.
            StartReconcile();
            Play();
        }
    }

    /// <summary>What nobody but reconciles tries again: the first drains and wakes, the second forgets what is done.</summary>
    private bool IsAnythingGivenUp =>
        Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count > 0
        || Storage.Archive.Rows.Any(r => r.Key.StartsWith(ArchiveKeys.Failures, StringComparison.Ordinal));

    private static bool IsScheduled(string key) => key.StartsWith(ArchiveKeys.Scheduled, StringComparison.Ordinal);

    /// <summary>
    /// Whether reconciles also run while things happen, and die. In most histories none does, since they would heal what
    /// messages alone must come to.
    /// </summary>
    private bool HasTimers => _history.Seed % 4 == 3;

    private void StartReconcile() => Start("reconcile", null, null, p => p.Engine.Reconciler.ReconcileSourcesAsync(default));

    private EngineProcess NewProcess(int index)
    {
        var storage = Storage.Through(_gate, RowsPerCall);
        return new EngineProcess(
            _defect?.Spoil(storage, new Spoiling(Storage, () => _gate.Current)) ?? storage,
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

    /// <summary>Steps until nothing is left to do.</summary>
    private void Play()
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (!TakeStep())
            {
                return;
            }
        }

        throw new TimeoutException($"The history does not end within {MostSteps} steps.");
    }

    /// <summary>
    /// Whoever runs tests may have a synchronization context, to which functions would go on instead of here and now.
    /// </summary>
    private static void Alone(Action action)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private bool TakeStep()
    {
        _showing.Clear();
        var events = 0;
        if (_running.Count < MostRunning)
        {
            events = Storage.ContentEvents.AddShowing(_showing);
            Storage.PageRefreshes.AddShowing(_showing);
        }

        var weights = (Outside: _outside.IsOver ? 0 : 1, Start: _showing.Count > 0 ? 2 * _gate.Weather.Leisure : 0, Go: _running.Count > 0 ? 8 * _gate.Weather.Leisure : 0);
        var all = weights.Outside + weights.Start + weights.Go;
        if (all == 0 || (all == weights.Outside && _random.Next(_gate.Weather.Leisure) > 0))
        {
            return WaitForMessages() || all > 0;
        }

        if (!_wasCalm && IsCalm)
        {
            _wasCalm = true;
            AtFirstCalm?.Invoke(this);
        }

        var choice = _random.Next(all);
        if (choice < weights.Outside)
        {
            if (_outside.HappenNext() is EditorStep.Wait)
            {
                Start("publish scheduled", null, null, p => p.Engine.Schedule.WakeDueAsync(default));
                if (HasTimers)
                {
                    StartReconcile();
                }
            }
        }
        else if (choice < weights.Outside + weights.Start)
        {
            var which = _random.Next(_showing.Count);
            Receive(which < events ? Storage.ContentEvents : Storage.PageRefreshes, _showing[which]);
        }
        else
        {
            GoOn();
        }

        return true;
    }

    private bool IsCalm =>
        !_outside.IsOver
        && _commits.Commits.Count > 0
        && _running.Count == 0
        && Storage.ContentEvents.Messages.Count + Storage.PageRefreshes.Messages.Count == 0
        && Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count == 0
        && !(_isUnfinished || NeedsSweep || _outside.HasLost || _outside.HasLostAlarm || _mayLackAlarm)
        && _history.Weather.ClockSkew == TimeSpan.Zero;

    /// <summary>Time passes until a hidden message shows; <c>false</c> where there is none.</summary>
    private bool WaitForMessages()
    {
        var hidden = Storage.ContentEvents.Messages.Concat(Storage.PageRefreshes.Messages).ToList();
        if (hidden.Count == 0)
        {
            return false;
        }

        _clock.Now = hidden.Min(m => m.ShowsAt);
        return true;
    }

    private void Receive(SimulatedQueue queue, long id)
    {
        if (queue.TryReceive(Hidden, id) is not { } message)
        {
            NotePoison();
            return;
        }

        var isAlarm = ContentEvent.Read(message.Text) is [{ Alarm: not null }];
        if (isAlarm ? _outside.IsAlarmLost(message.Text) : queue == Storage.PageRefreshes && _outside.IsLost(message.Text))
        {
            queue.Delete(message);
            return;
        }

        if (_random.NextDouble() < _gate.Weather.Duplication)
        {
            queue.SendAsync(message.Text, TimeSpan.FromSeconds(_random.Next(20)), default).GetAwaiter().GetResult();
        }

        var attempt = _defect?.Attempt(message.DequeueCount) ?? message.DequeueCount;
        Start(message.Text, queue, message, queue == Storage.ContentEvents
            ? p => p.Engine.ContentEvents.HandleAsync(message.Text, attempt, default)
            : p => p.Engine.PageRefreshes.HandleAsync(message.Text, attempt, default));
    }

    private void Start(string name, SimulatedQueue? queue, SimulatedMessage? message, Func<EngineProcess, Task> body)
    {
        var process = _processes[_random.Next(_processes.Length)];
        var run = new FunctionRun(++_functions, name, process, queue, message)
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

    private void GoOn()
    {
        var run = _running[_random.Next(_running.Count)];
        if (run.IsSlow && _random.Next(Slowness) > 0)
        {
            return;
        }

        if (_random.NextDouble() < _gate.Weather.Stall)
        {
            _tell?.Invoke("  ten minutes pass");
            _clock.Now += Hidden;
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
            if (fault is not StorageFaultException)
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

    /// <summary>What its tries left undone is a reconcile's, also when another has drained its message by the end.</summary>
    private void NotePoison() => _isUnfinished |= Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count > 0;

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
        NeedsSweep |= isTaken && run.IsRefresh;
        _mayLackAlarm |= isTaken && run.IsPublish;
        _isUnfinished |= run.Message is null || run.IsRebuild || isTaken;
    }
}
