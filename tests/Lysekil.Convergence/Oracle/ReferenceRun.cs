using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
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
        var first = new ReferenceRun(from: null);
        Finish(first._engine.Reconciler.ReconcileSourcesAsync(default));
        first.Drain();
        return first.Storage;
    });

    private readonly ManualClock _clock = new(HistoryGenerator.Start);
    private readonly PublishingEngine _engine;

    public ReferenceRun()
        : this(Begun.Value)
    {
    }

    private ReferenceRun(SimulatedStorage? from)
    {
        Storage = new SimulatedStorage(_clock);
        if (from is not null)
        {
            Storage.CopyFrom(from);
        }

        var options = new PublishingOptions { Rest = TimeSpan.Zero, ListLengths = HistoryGenerator.Lists };
        _engine = new PublishingEngine(Storage.Site, _clock, NullLoggerFactory.Instance, options);
    }

    public SimulatedStorage Storage { get; }

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
            Finish(_engine.ContentEvents.HandleAsync(new(message, 1), default));
            ConvergenceOracle.Expect(commit, Storage);
        }

        _clock.Now = until;
        Drain();
        ConvergenceOracle.CheckNothingIsPending(Storage);
    }

    /// <summary>Reconciles pages, as the run with faults does at its end.</summary>
    public void SweepPages()
    {
        Finish(_engine.Reconciler.ReconcilePagesAsync(default));
        Drain();
    }

    private void Drain()
    {
        while (true)
        {
            if (Storage.ContentEvents.TryReceive(TimeSpan.FromMinutes(1)) is { } happened)
            {
                Finish(_engine.ContentEvents.HandleAsync(new(happened.Text, happened.DequeueCount), default));
                Storage.ContentEvents.Delete(happened);
            }
            else if (Storage.PageRefreshes.TryReceive(TimeSpan.FromMinutes(1), isImpatient: true) is { } wanted)
            {
                Finish(_engine.PageRefreshes.HandleAsync(new(wanted.Text, wanted.DequeueCount), default));
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
