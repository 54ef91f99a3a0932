using Lysekil.Convergence.Defects;
using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>
/// Runs a history in its weather: functions interleave storage call by storage call, on one thread, in an order that the
/// seed decides. When everything from outside has happened, the weather clears, what was lost is reconciled, and the
/// queues run empty.
/// </summary>
public sealed class RoughRun
{
    /// <summary>Where only slow functions run, hardly one step in sixty does anything.</summary>
    private const int MostSteps = 2_000_000;

    private const int MostDays = 10;

    /// <summary>For so long a message that was received is hidden.</summary>
    internal static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);

    private readonly History _history;
    private readonly Random _random;
    private readonly ManualClock _clock = new(HistoryGenerator.Start);
    private readonly RoughGate _gate;
    private readonly CommitLog _commits;
    private readonly Outside _outside;
    private readonly RunningFunctions _functions;
    private readonly List<long> _showing = [];
    private readonly Action<string>? _tell;
    private bool _wasCalm;

    /// <param name="history">What happens.</param>
    /// <param name="defect">What is wrong between engine and storage; normally nothing.</param>
    /// <param name="tell">Told each step, for a readable history.</param>
    public RoughRun(History history, Defect? defect = null, Action<string>? tell = null)
    {
        _history = history;
        _tell = tell;
        _random = new Random(history.Seed ^ 0x5EED);
        Storage = new SimulatedStorage(_clock);
        _commits = new CommitLog(Storage);
        _gate = new RoughGate(_random, _clock, _commits, tell) { Weather = history.Weather };
        _outside = new Outside(history, Storage, _clock, _random, _commits, tell);
        _functions = new RunningFunctions(history, defect, Storage, _gate, _random, _clock, tell);
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
    private int MostRunning => _history.Seed % 20 == 7 && _history.Weather.Stall == 0 ? 300 : 12;

    private bool NeedsReconcile =>
        _functions.IsUnfinished || _outside.HasLost || Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count > 0;

    /// <summary>Runs until nothing is left to do.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public void Run() => Alone(RunToEnd);

    /// <summary>Reconciles pages: what nobody asks for any more goes.</summary>
    public void SweepPages() => Alone(() =>
    {
        _functions.StartSweep();
        Play();
    });

    private void RunToEnd()
    {
        _functions.StartReconcile();
        Play();
        _gate.Weather = _outside.Weather = Weather.Calm;
        _tell?.Invoke("-- the weather clears --");
        Play();
        Overdue = _functions.MayLackAlarm || _outside.HasLostAlarm || Storage.ContentEvents.Poison.Count > 0 ? [] : [.. Storage.Index.Rows.Select(r => r.Key).Where(IsScheduled)];
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
        if (_functions.Count < MostRunning)
        {
            events = Storage.ContentEvents.AddShowing(_showing);
            Storage.PageRefreshes.AddShowing(_showing);
        }

        var weights = (Outside: _outside.IsOver ? 0 : 1, Start: _showing.Count > 0 ? 2 * _gate.Weather.Leisure : 0, Go: _functions.Count > 0 ? 8 * _gate.Weather.Leisure : 0);
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
                _functions.StartTimer();
                if (_functions.HasTimers)
                {
                    _functions.StartReconcile();
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
            _functions.GoOn();
        }

        return true;
    }

    private bool IsCalm =>
        !_outside.IsOver
        && _commits.Commits.Count > 0
        && _functions.Count == 0
        && Storage.ContentEvents.Messages.Count + Storage.PageRefreshes.Messages.Count == 0
        && Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count == 0
        && !(_functions.IsUnfinished || NeedsSweep || _outside.HasLost || _outside.HasLostAlarm || _functions.MayLackAlarm)
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
            _functions.NotePoison();
            return;
        }

        var isAlarm = ContentEvent.Read(message.Text) is [{ Alarm: not null }];
        if (isAlarm ? _outside.IsAlarmLost(message.Text) : queue == Storage.PageRefreshes && _outside.IsLost(message.Text))
        {
            queue.Delete(message);
            if (message.DequeueCount > 1 || PageRefreshMessage.Read(message.Text) is { Force: true })
            {
                _functions.NoteUnfinished(message);
            }

            return;
        }

        // Each message once: of one that fails five times, and each time leaves a copy that does, there would be ever more.
        if (_random.NextDouble() < _gate.Weather.Duplication && message.DequeueCount == 1)
        {
            queue.SendAsync(message.Text, TimeSpan.FromSeconds(_random.Next(20)), default).GetAwaiter().GetResult();
        }

        _functions.Handle(queue, message);
    }
}
