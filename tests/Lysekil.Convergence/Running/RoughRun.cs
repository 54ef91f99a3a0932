using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Waking;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>
/// Runs a history in its weather: functions interleave storage call by storage call, on one thread, in an order that the
/// seed decides. When everything from outside has happened, the weather clears, what was lost is reconciled, and the
/// queues run empty.
/// </summary>
public sealed class RoughRun : IStorageGate
{
    private const int MostSteps = 200_000;
    private const int MostRunning = 12;

    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly History _history;
    private readonly Random _random;
    private readonly ManualClock _clock = new(HistoryGenerator.Start);
    private readonly AsyncLocal<FunctionRun?> _current = new();
    private readonly EngineProcess[] _processes;
    private readonly List<FunctionRun> _running = [];
    private readonly Queue<EditorStep> _steps;
    private readonly Dictionary<string, SimulatedBlob> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ETag?> _rows = new(StringComparer.Ordinal);
    private readonly Action<string>? _tell;
    private Weather _weather;
    private int _functions;
    private bool _mustReconcile;

    /// <param name="history">What happens.</param>
    /// <param name="tell">Told each step, for a readable history.</param>
    public RoughRun(History history, Action<string>? tell = null)
    {
        _history = history;
        _tell = tell;
        _random = new Random(history.Seed ^ 0x5EED);
        _weather = history.Weather;
        _steps = new Queue<EditorStep>(history.Steps);
        Storage = new SimulatedStorage(_clock);
        _processes = [.. Enumerable.Range(0, 2).Select(NewProcess)];
    }

    public SimulatedStorage Storage { get; }

    /// <summary>All commits of sources' rows, in their order.</summary>
    public List<SourceCommit> Commits { get; } = [];

    public DateTimeOffset Now => _clock.Now;

    /// <summary>Runs to the end.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public void Run()
    {
        Start("reconcile", null, null, p => p.Engine.Reconciler.ReconcileSourcesAsync(default));
        Play();
        _weather = Weather.Calm;
        _tell?.Invoke("-- the weather clears --");
        Play();
        _clock.Now += TimeSpan.FromHours(2); // Beyond any article's date and any clock's error.
        Start("publish scheduled", null, null, p => p.Engine.Schedule.WakeDueAsync(default));
        Play();
        if (_mustReconcile || Storage.ContentEvents.Poison.Count + Storage.PageRefreshes.Poison.Count > 0)
        {
            Start("reconcile", null, null, p => p.Engine.Reconciler.ReconcileSourcesAsync(default));
            Play();
        }

        Start("reconcile pages", null, null, p => p.Engine.Reconciler.ReconcilePagesAsync(default));
        Play();
    }

    async Task IStorageGate.BeforeAsync(StorageCall call, CancellationToken cancellation)
    {
        if (_current.Value is { } run)
        {
            await run.WaitForTurnAsync(call);
        }
    }

    Task IStorageGate.AfterAsync(StorageCall call, CancellationToken cancellation)
    {
        if (call is { Service: StorageNames.Archive, Operation: StorageOperation.Commit })
        {
            NoteCommits(call);
        }

        return _current.Value is not null && _random.NextDouble() < _weather.FaultAfter
            ? Task.FromException(new StorageFaultException($"no answer to: {call}"))
            : Task.CompletedTask;
    }

    private EngineProcess NewProcess(int index) => new(
        Storage,
        this,
        _clock,
        index == 0 ? TimeSpan.Zero : _history.Weather.ClockSkew * (_history.Seed % 2 == 0 ? 1 : -1),
        now =>
        {
            if (_current.Value is { } run)
            {
                run.LookedAt = now;
            }
        });

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

    private bool TakeStep()
    {
        var mayStart = _running.Count < MostRunning;
        var messages = mayStart ? Visible(Storage.ContentEvents).Concat(Visible(Storage.PageRefreshes)).ToList() : [];
        var weights = (Outside: _steps.Count > 0 ? 1 : 0, Start: messages.Count > 0 ? 2 : 0, Go: _running.Count > 0 ? 8 : 0);
        var all = weights.Outside + weights.Start + weights.Go;
        if (all == 0)
        {
            return WaitForMessages();
        }

        var choice = _random.Next(all);
        if (choice < weights.Outside)
        {
            Happen(_steps.Dequeue());
        }
        else if (choice < weights.Outside + weights.Start)
        {
            var (queue, id) = messages[_random.Next(messages.Count)];
            Receive(queue, id);
        }
        else
        {
            GoOn();
        }

        return true;
    }

    private IEnumerable<(SimulatedQueue Queue, long Id)> Visible(SimulatedQueue queue) =>
        queue.Messages.Where(m => m.ShowsAt <= _clock.Now).Select(m => (queue, m.Id));

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

    private void Happen(EditorStep step)
    {
        _tell?.Invoke($"{_clock.Now:HH:mm:ss} editor: {step}");
        switch (step)
        {
            case EditorStep.Upload upload:
                Storage.Content.Put(upload.Path, upload.Content.Span);
                var blob = Storage.Content.Blobs[upload.Path];
                _versions[blob.Properties.ETag.Value] = blob;
                Announce(upload.Path);
                break;
            case EditorStep.Delete delete:
                Storage.Content.Delete(delete.Path);
                Announce(delete.Path);
                break;
            case EditorStep.Wait wait:
                _clock.Now += wait.Time;
                Start("publish scheduled", null, null, p => p.Engine.Schedule.WakeDueAsync(default));
                break;
        }

        _clock.Now += TimeSpan.FromSeconds(_random.Next(3));
    }

    private void Announce(string path)
    {
        if (IsLost($"event for {path}"))
        {
            return;
        }

        var copies = _random.NextDouble() < _weather.Duplication ? 2 : 1;
        for (var i = 0; i < copies; i++)
        {
            var delay = TimeSpan.FromSeconds(_random.Next(3));
            Storage.ContentEvents.SendAsync(ContentEvent.Publish(new SourcePath(path)), delay, default).GetAwaiter().GetResult();
        }
    }

    private bool IsLost(string what)
    {
        if (_random.NextDouble() >= _weather.Loss)
        {
            return false;
        }

        _mustReconcile = true;
        _tell?.Invoke($"    lost: {what}");
        return true;
    }

    private void Receive(SimulatedQueue queue, long id)
    {
        if (queue.TryReceive(Hidden, id) is not { } message)
        {
            return;
        }

        if (queue == Storage.PageRefreshes && IsLost(message.Text))
        {
            queue.Delete(message);
            return;
        }

        if (_random.NextDouble() < _weather.Duplication)
        {
            queue.SendAsync(message.Text, TimeSpan.FromSeconds(_random.Next(20)), default).GetAwaiter().GetResult();
        }

        if (queue == Storage.ContentEvents)
        {
            Start(message.Text, queue, message, p => p.Engine.ContentEvents.HandleAsync(message.Text, message.DequeueCount, default));
        }
        else
        {
            Start(message.Text, queue, message, p => p.Engine.PageRefreshes.HandleAsync(message.Text, message.DequeueCount, default));
        }
    }

    private void Start(string name, SimulatedQueue? queue, SimulatedMessage? message, Func<EngineProcess, Task> body)
    {
        var process = _processes[_random.Next(_processes.Length)];
        var run = new FunctionRun(++_functions, name, process, queue, message) { LookedAt = _clock.Now };
        _tell?.Invoke($"  {run} starts{(message is { DequeueCount: > 1 } ? $", try {message.DequeueCount}" : "")}");
        _running.Add(run);
        _current.Value = run;
        run.Task = body(process);
        _current.Value = null;
        EndIfDone(run);
    }

    private void GoOn()
    {
        var run = _running[_random.Next(_running.Count)];
        if (run.Queue is not null && _random.NextDouble() < _weather.Crash)
        {
            Die(run);
        }
        else if (_random.NextDouble() < _weather.ProcessCrash)
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
            var fault = _random.NextDouble() < _weather.FaultBefore ? new StorageFaultException("no effect") : null;
            var which = _random.Next(run.Waiting);
            _tell?.Invoke($"  {run}{(fault is null ? "" : " FAILS")}");
            run.Step(which, fault);
            EndIfDone(run);
        }
    }

    private void Die(FunctionRun run)
    {
        _tell?.Invoke($"  {run} dies");
        run.IsDead = true;
        _running.Remove(run);
        NoteUnfinished(run);
    }

    /// <summary>
    /// A timer's work has no message that comes back, and a rebuild that starts again forgets the pages of the slice that
    /// broke off: both are the next reconcile's, ten minutes later.
    /// </summary>
    private void NoteUnfinished(FunctionRun run) =>
        _mustReconcile |= run.Message is null || run.Message.Text == PageRefreshMessage.Rebuild.Write();

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
            NoteUnfinished(run);
            run.Queue?.Fail(run.Message!, RetryAfter);
            return;
        }

        _tell?.Invoke($"  {run} ends");
        run.Queue?.Delete(run.Message!);
    }

    /// <summary>Which sources' rows a commit changed, if it was one: a lost race changes none.</summary>
    private void NoteCommits(StorageCall call)
    {
        foreach (var key in call.Key.Split(' ').Where(k => k.StartsWith(ArchiveKeys.Sources, StringComparison.Ordinal)))
        {
            var row = Storage.Archive.FindAsync(key, default).GetAwaiter().GetResult();
            if (row?.ETag == _rows.GetValueOrDefault(key))
            {
                continue;
            }

            _rows[key] = row?.ETag;
            var path = row?.Columns["path"] ?? key[ArchiveKeys.Sources.Length..].Replace('|', '/');
            var seen = row?.Columns.GetValueOrDefault("seen");
            Commits.Add(new SourceCommit(path, seen is null ? null : _versions[seen], row, _current.Value?.LookedAt ?? _clock.Now));
        }
    }
}
