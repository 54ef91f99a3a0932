using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Convergence.Versions;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Convergence.Oracle;

/// <summary>
/// The run without faults that a run with faults must equal. It publishes the same versions of the same sources in the
/// same order, one after another.
/// </summary>
public sealed class ReferenceRun
{
    /// <summary>The start of each run: the first reconcile has built the pages of a site without content.</summary>
    private static readonly Lazy<SimulatedStorage> Begun = new(() =>
    {
        var first = new ReferenceRun(from: null, EngineGeneration.Today);
        Finish(first.Last.Reconciler.ReconcileSourcesAsync(default));
        first.Drain();
        return first.Storage;
    });

    private readonly ManualClock _clock = new(HistoryGenerator.Start);
    private readonly EngineGeneration _last;
    private readonly Dictionary<EngineGeneration, PublishingEngine> _engines = [];

    /// <param name="last">The engine that does all work which follows no commit.</param>
    public ReferenceRun(EngineGeneration last = EngineGeneration.Today)
        : this(Begun.Value, last)
    {
    }

    private ReferenceRun(SimulatedStorage? from, EngineGeneration last)
    {
        _last = last;
        Storage = new SimulatedStorage(_clock);
        if (from is not null)
        {
            Storage.CopyFrom(from);
        }
    }

    public SimulatedStorage Storage { get; }

    private PublishingEngine Last => Of(_last);

    /// <summary>Replays commits, and runs until no work is left.</summary>
    /// <param name="commits">
    /// The commits of the run with faults. A version that no publish read is not among them.
    /// </param>
    /// <param name="until">The time by which all messages are visible.</param>
    /// <exception cref="DivergenceException">A replayed commit left another row.</exception>
    public void Run(IEnumerable<SourceCommit> commits, DateTimeOffset until)
    {
        foreach (var commit in commits)
        {
            if (commit.Version is { } version)
            {
                if (Storage.Content.Find(commit.Path)?.Properties.ETag != version.Properties.ETag)
                {
                    Storage.Content.Restore(version);
                }
            }
            else
            {
                Storage.Content.Delete(commit.Path);
            }

            _clock.Now = commit.At;
            var message = ContentEvent.Publish(new SourcePath(commit.Path));
            Finish(Of(commit.By).ContentEvents.HandleAsync(new(message, 1), default));
            ConvergenceOracle.Expect(commit, Storage);
        }

        _clock.Now = until;
        Drain();
        ConvergenceOracle.CheckNothingIsPending(Storage);
    }

    /// <summary>Renders all pages, as an engine does that finds those of another one.</summary>
    public void Rebuild()
    {
        Finish(Last.Rebuilder.StartAsync(default));
        Drain();
    }

    /// <summary>Reconciles pages, as the run with faults does at its end.</summary>
    public void SweepPages()
    {
        Finish(Last.Reconciler.ReconcilePagesAsync(default));
        Drain();
    }

    private PublishingEngine Of(EngineGeneration generation)
    {
        if (!_engines.TryGetValue(generation, out var engine))
        {
            engine = new PublishingEngine(
                LaterEngine.Of(generation, Storage.Site),
                _clock,
                NullLoggerFactory.Instance,
                new PublishingOptions { Rest = TimeSpan.Zero, ListLengths = HistoryGenerator.Lists });
            _engines.Add(generation, engine);
        }

        return engine;
    }

    private void Drain()
    {
        while (true)
        {
            if (Storage.ContentEvents.TryReceive(TimeSpan.FromMinutes(1)) is { } happened)
            {
                Finish(Last.ContentEvents.HandleAsync(new(happened.Text, happened.DequeueCount), default));
                Storage.ContentEvents.Delete(happened);
            }
            else if (Storage.PageRefreshes.TryReceive(TimeSpan.FromMinutes(1), isImpatient: true) is { } wanted)
            {
                Finish(Last.PageRefreshes.HandleAsync(new(wanted.Text, wanted.DequeueCount), default));
                Storage.PageRefreshes.Delete(wanted);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The task is complete already, since simulated storage answers synchronously.</summary>
    private static void Finish(Task task) => task.GetAwaiter().GetResult();
}
