using Lysekil.Convergence.Defects;
using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>
/// Runs a history with fault injection. Invocations interleave storage call by storage call, on one thread, in an order
/// that the seed determines. After the last step of the editors, fault injection ends, reconciles find what was lost,
/// and the run continues until the queues are empty.
/// </summary>
public sealed class FaultInjectionRun
{
    /// <summary>While only slow invocations run, one step in sixty makes a call.</summary>
    private const int MostSteps = 2_000_000;

    private const int MostDays = 10;

    /// <summary>The visibility timeout of a received message.</summary>
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

    /// <param name="history">The history to run.</param>
    /// <param name="defect">A deliberate defect between the engine and its storage, if any.</param>
    /// <param name="trace">Receives a line for each step.</param>
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
    /// Called once, at the first moment before the end of the editors' steps at which no invocation runs and no message
    /// waits, provided that a commit was made, nothing was lost, and the clocks agree.
    /// </summary>
    public Action<FaultInjectionRun>? AtFirstQuiescence { get; init; }

    public SimulatedStorage Storage { get; }

    /// <summary>All commits that changed the row of a source, in their order.</summary>
    public IReadOnlyList<SourceCommit> Commits => _commits.Commits;

    public DateTimeOffset Now => _clock.Now;

    /// <summary>
    /// True if a refresh crashed after another invocation had received its message and finished. The crashed one may
    /// have written an old state, and only the nightly reconcile checks a page that is not stale.
    /// </summary>
    public bool NeedsSweep => _functions.NeedsSweep;

    /// <summary>
    /// The rows of articles that are still scheduled after all messages were handled: their alarm did not publish them,
    /// or was never sent.
    /// </summary>
    public IReadOnlyList<string> Overdue { get; private set; } = [];

    /// <summary>
    /// A dozen invocations in most histories, since few meet more often, and hundreds in some. Never hundreds if stalls
    /// occur: so many messages would become visible again and again while they are handled.
    /// </summary>
    private int MostRunning => _history.Seed % 20 == 7 && _history.FaultProfile.Stall == 0 ? 300 : 12;

    private bool NeedsReconcile =>
        _functions.IsUnfinished || _editors.HasLost
        || Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count > 0;

    /// <summary>Runs the history until no work is left.</summary>
    /// <exception cref="TimeoutException">The run does not end.</exception>
    public void Run() => WithoutSynchronizationContext(RunToEnd);

    /// <summary>
    /// Reconciles pages, which deletes those that the index does not need. It deletes none where the last reconcile of
    /// the sources met one that no publish had seen yet: then the next, which meets none, goes before.
    /// </summary>
    public void SweepPages() => WithoutSynchronizationContext(() =>
    {
        if (HasUnseenSource)
        {
            Reconcile();
        }

        _functions.StartSweep();
        Play();
    });

    private bool HasUnseenSource => Storage.Index.Rows.Any(
        r => r.Key == IndexKeys.ReconcileFindings && r.Columns.ContainsKey("unseen")); // No column is none.

    private void RunToEnd()
    {
        if (!_functions.HasNoTimers)
        {
            _functions.StartReconcile();
        }

        Play();
        _gate.FaultProfile = _editors.FaultProfile = FaultProfile.None;
        _trace?.Invoke("-- fault injection ends --");
        Play();
        Overdue = _functions.MayLackAlarm || _editors.HasLostAlarm || IsAnythingGivenUp
            ? []
            : [.. Storage.Index.Rows.Select(r => r.Key).Where(IsScheduled)];
        _clock.Now += TimeSpan.FromHours(2); // Later than the date of any article by any clock.
        if (_functions.HasNoTimers)
        {
            Reconcile(); // On a site that has never been reconciled, the time counts from here.
        }
        else
        {
            _functions.StartTimer();
            Play();
        }

        if (NeedsReconcile || _functions.HasNoTimers || _history.IsDeployment)
        {
            Reconcile(); // It may only complete an interrupted round; the next is a whole one.
            Reconcile();
        }

        for (var days = 0; days < MostDays && IsAnythingGivenUp; days++)
        {
            _clock.Now += TimeSpan.FromDays(1); // Longer than any pause between two retries of failures.
            Reconcile();
        }
    }

    /// <summary>
    /// Reconciles, and plays on. Where no timer fires, a message comes late enough that a reconcile is overdue by any
    /// clock. It is about a source that does not exist, or a page that is not stale, so that it does nothing else.
    /// </summary>
    private void Reconcile()
    {
        if (!_functions.HasNoTimers)
        {
            _functions.StartReconcile();
        }
        else
        {
            _clock.Now += EngineProcess.OverdueAfter + (2 * _history.FaultProfile.ClockSkew);
            var (queue, message) = _random.Next(2) == 0
                ? (Storage.ContentEvents, ContentEvent.Publish(new SourcePath("artiklar/aldrig.md")))
                : (Storage.PageRefreshes, new PageRefreshMessage(PageKey.Rss).Write());
            queue.SendAsync(message, TimeSpan.Zero, default).GetAwaiter().GetResult();
        }

        Play();
    }

    /// <summary>
    /// True if work is left that only reconciles retry: the first drains the poison queue and sends messages, the
    /// second deletes the record of the failure.
    /// </summary>
    private bool IsAnythingGivenUp =>
        Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count > 0
        || Storage.Index.Rows.Any(r => r.Key.StartsWith(IndexKeys.Failures, StringComparison.Ordinal));

    private static bool IsScheduled(string key) => key.StartsWith(IndexKeys.Scheduled, StringComparison.Ordinal);

    /// <summary>Takes steps until no work is left.</summary>
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
    /// Runs without the synchronization context of the test runner, to which continuations would be posted.
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
        if (_editors.IsDone)
        {
            _functions.EndDeployment(_history.LastEngine);
        }

        _showing.Clear();
        var events = 0;
        if (_functions.Count < MostRunning)
        {
            events = Storage.ContentEvents.AddShowing(_showing);
            Storage.PageRefreshes.AddShowing(_showing);
        }

        var slowdown = _gate.FaultProfile.EditorSlowdown;
        var weights = (
            Editors: _editors.IsDone ? 0 : 1,
            Start: _showing.Count > 0 ? 2 * slowdown : 0,
            Go: _functions.Count > 0 ? 8 * slowdown : 0);
        var all = weights.Editors + weights.Start + weights.Go;
        if (all == 0 || (all == weights.Editors && _random.Next(slowdown) > 0))
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
            if (_editors.TakeNextStep() is EditorStep.Wait && !_functions.HasNoTimers)
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
        && !_functions.HasNoTimers // A reconcile that a message started may have failed, and left work to the next.
        && _commits.Commits.Count > 0
        && _functions.Count == 0
        && Storage.ContentEvents.Messages.Count + Storage.PageRefreshes.Messages.Count == 0
        && Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count == 0
        && !(_functions.IsUnfinished || _functions.MayLackAlarm || NeedsSweep)
        && !(_editors.HasLost || _editors.HasLostAlarm)
        && _history.FaultProfile.ClockSkew == TimeSpan.Zero
        && !_history.IsDeployment;

    /// <summary>
    /// Advances the clock until the next hidden message becomes visible; <c>false</c> if there is none.
    /// </summary>
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
        if (isAlarm
            ? _editors.IsAlarmLost(message.Text)
            : PageRefreshMessage.Read(message.Text) is not null && _editors.IsLost(message.Text))
        {
            queue.Delete(message);
            if (message.DequeueCount > 1 || PageRefreshMessage.Read(message.Text) is { Force: true })
            {
                _functions.NoteUnfinished(message);
            }

            return;
        }

        // Only on its first attempt: a message that fails each time would leave five copies, and each of those as many.
        if (_random.NextDouble() < _gate.FaultProfile.Duplication && message.DequeueCount == 1)
        {
            queue.SendAsync(message.Text, TimeSpan.FromSeconds(_random.Next(20)), default).GetAwaiter().GetResult();
        }

        _functions.Handle(queue, message);
    }
}
