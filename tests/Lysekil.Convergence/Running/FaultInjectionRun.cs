using Lysekil.Convergence.Defects;
using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>
/// Runs a history in its faults: functions interleave storage call by storage call, on one thread, in an order that the
/// seed decides. When everything from outside has happened, the faults clears, what was lost is reconciled, and the
/// queues run empty.
/// </summary>
public sealed class FaultInjectionRun
{
    /// <summary>Where only slow functions run, hardly one step in sixty does anything.</summary>
    private const int MostSteps = 2_000_000;

    private const int MostDays = 10;

    /// <summary>For so long a message that was received is hidden.</summary>
    internal static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    private readonly History _history;
    private readonly Random _random;
    private readonly ManualClock _clock = new(HistoryGenerator.Start);
    private readonly FaultInjectionGate _gate;
    private readonly CommitLog _commits;
    private readonly EditorSimulator _editors;
    private readonly FunctionScheduler _functions;
    private readonly List<long> _showing = [];
    private readonly Action<string>? _trace;
    private bool _wasQuiescent;

    /// <param name="history">What happens.</param>
    /// <param name="defect">What is wrong between engine and storage; normally nothing.</param>
    /// <param name="trace">Told each step, for a readable history.</param>
    public FaultInjectionRun(History history, Defect? defect = null, Action<string>? trace = null)
    {
        _history = history;
        _trace = trace;
        _random = new Random(history.Seed ^ 0x5EED);
        Storage = new SimulatedStorage(_clock);
        _commits = new CommitLog(Storage);
        _gate = new FaultInjectionGate(_random, _clock, _commits, trace) { FaultProfile = history.FaultProfile };
        _editors = new EditorSimulator(history, Storage, _clock, _random, _commits, trace);
        _functions = new FunctionScheduler(history, defect, Storage, _gate, _random, _clock, trace);
    }

    /// <summary>
    /// Called once while editors still have something to do, when for the first time nothing is in flight and nothing was
    /// lost, where clocks agree and something was committed.
    /// </summary>
    public Action<FaultInjectionRun>? AtFirstQuiescence { get; init; }

    public SimulatedStorage Storage { get; }

    /// <summary>All commits of sources' rows, in their order.</summary>
    public IReadOnlyList<SourceCommit> Commits => _commits.Commits;

    public DateTimeOffset Now => _clock.Now;

    /// <summary>
    /// Whether a refresh went on after another had taken its message and was done, and then died: what it wrote may be
    /// old, and nobody but the nightly reconcile looks at a page that is not stale.
    /// </summary>
    public bool NeedsSweep => _functions.NeedsSweep;

    /// <summary>
    /// The rows of articles that are scheduled although all messages have shown and been handled: an alarm that was not lost
    /// did not wake them, or was never set.
    /// </summary>
    public IReadOnlyList<string> Overdue { get; private set; } = [];

    /// <summary>
    /// In most histories a dozen, which meet more often; in some hundreds, as far as there are messages for them. Not where
    /// messages show again while they are worked on: of so many, each would, again and again.
    /// </summary>
    private int MostRunning => _history.Seed % 20 == 7 && _history.FaultProfile.Stall == 0 ? 300 : 12;

    private bool NeedsReconcile =>
        _functions.IsUnfinished || _editors.HasLost || Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count > 0;

    /// <summary>Runs until nothing is left to do.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public void Run() => WithoutSynchronizationContext(RunToEnd);

    /// <summary>Reconciles pages: what nobody asks for any more goes.</summary>
    public void SweepPages() => WithoutSynchronizationContext(() =>
    {
        _functions.StartSweep();
        Play();
    });

    private void RunToEnd()
    {
        _functions.StartReconcile();
        Play();
        _gate.FaultProfile = _editors.FaultProfile = FaultProfile.None;
        _trace?.Invoke("-- the faults clears --");
        Play();
        Overdue = _functions.MayLackAlarm || _editors.HasLostAlarm || Storage.ContentEvents.Poison.Count > 0 ? [] : [.. Storage.Index.Rows.Select(r => r.Key).Where(IsScheduled)];
        _clock.Now += TimeSpan.FromHours(2); // Beyond any article's date and any clock's error.
        _functions.StartTimer();
        Play();
        if (NeedsReconcile)
        {
            _functions.StartReconcile(); // To end a round that was cut short; the next has seen all.
            Play();
            _functions.StartReconcile();
            Play();
        }

        for (var days = 0; days < MostDays && IsAnythingGivenUp; days++)
        {
            _clock.Now += TimeSpan.FromDays(1); // Beyond any pause between two rounds of tries.
            _functions.StartReconcile();
            Play();
        }
    }

    /// <summary>What nobody but reconciles tries again: the first drains and wakes, the second forgets what is done.</summary>
    private bool IsAnythingGivenUp =>
        Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count > 0
        || Storage.Index.Rows.Any(r => r.Key.StartsWith(IndexKeys.Failures, StringComparison.Ordinal));

    private static bool IsScheduled(string key) => key.StartsWith(IndexKeys.Scheduled, StringComparison.Ordinal);

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
    private static void WithoutSynchronizationContext(Action action)
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
        if (_functions.Count < MostRunning)
        {
            events = Storage.ContentEvents.AddShowing(_showing);
            Storage.PageRefreshes.AddShowing(_showing);
        }

        var weights = (Editors: _editors.IsDone ? 0 : 1, Start: _showing.Count > 0 ? 2 * _gate.FaultProfile.EditorPace : 0, Go: _functions.Count > 0 ? 8 * _gate.FaultProfile.EditorPace : 0);
        var all = weights.Editors + weights.Start + weights.Go;
        if (all == 0 || (all == weights.Editors && _random.Next(_gate.FaultProfile.EditorPace) > 0))
        {
            return WaitForMessages() || all > 0;
        }

        if (!_wasQuiescent && IsQuiescent)
        {
            _wasQuiescent = true;
            AtFirstQuiescence?.Invoke(this);
        }

        var choice = _random.Next(all);
        if (choice < weights.Editors)
        {
            if (_editors.TakeNextStep() is EditorStep.Wait)
            {
                _functions.StartTimer();
                if (_functions.HasTimers)
                {
                    _functions.StartReconcile();
                }
            }
        }
        else if (choice < weights.Editors + weights.Start)
        {
            var which = _random.Next(_showing.Count);
            Receive(which < events ? Storage.ContentEvents : Storage.PageRefreshes, _showing[which]);
        }
        else
        {
            _functions.StepOne();
        }

        return true;
    }

    private bool IsQuiescent =>
        !_editors.IsDone
        && _commits.Commits.Count > 0
        && _functions.Count == 0
        && Storage.ContentEvents.Messages.Count + Storage.PageRefreshes.Messages.Count == 0
        && Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count == 0
        && !(_functions.IsUnfinished || NeedsSweep || _editors.HasLost || _editors.HasLostAlarm || _functions.MayLackAlarm)
        && _history.FaultProfile.ClockSkew == TimeSpan.Zero;

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
            _functions.NotePoison();
            return;
        }

        var isAlarm = ContentEvent.Read(message.Text) is [{ Alarm: not null }];
        if (isAlarm ? _editors.IsAlarmLost(message.Text) : queue == Storage.PageRefreshes && _editors.IsLost(message.Text))
        {
            queue.Delete(message);
            if (message.DequeueCount > 1 || PageRefreshMessage.Read(message.Text) is { Force: true })
            {
                _functions.NoteUnfinished(message);
            }

            return;
        }

        // Each message once: of one that fails five times, and each time leaves a copy that does, there would be ever more.
        if (_random.NextDouble() < _gate.FaultProfile.Duplication && message.DequeueCount == 1)
        {
            queue.SendAsync(message.Text, TimeSpan.FromSeconds(_random.Next(20)), default).GetAwaiter().GetResult();
        }

        _functions.Handle(queue, message);
    }
}
