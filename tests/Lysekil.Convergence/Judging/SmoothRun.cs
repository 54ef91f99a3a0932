using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Convergence.Judging;

/// <summary>
/// The untroubled run that a rough one must equal: the same versions of the same sources are seen in the same order, one
/// after the other, and nothing goes wrong.
/// </summary>
public sealed class SmoothRun
{
    /// <summary>Where each run begins: the first reconcile has built the pages of a site without content.</summary>
    private static readonly Lazy<SimulatedStorage> Begun = new(() =>
    {
        var first = new SmoothRun(from: null);
        Finish(first._engine.Reconciler.ReconcileSourcesAsync(default));
        first.Drain();
        return first.Storage;
    });

    private readonly ManualClock _clock = new(HistoryGenerator.Start);
    private readonly PublishingEngine _engine;

    public SmoothRun()
        : this(Begun.Value)
    {
    }

    private SmoothRun(SimulatedStorage? from)
    {
        Storage = new SimulatedStorage(_clock);
        if (from is not null)
        {
            Storage.CopyFrom(from);
        }

        _engine = new PublishingEngine(Storage.Site, _clock, NullLoggerFactory.Instance, rest: TimeSpan.Zero, lengths: HistoryGenerator.Lists);
    }

    public SimulatedStorage Storage { get; }

    /// <summary>Runs until nothing is left to do.</summary>
    /// <param name="commits">What the rough run saw. A version that was replaced before anyone looked is not in it.</param>
    /// <param name="until">When the last messages show.</param>
    /// <exception cref="DivergenceException">A commit came out otherwise.</exception>
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
            Finish(_engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new SourcePath(commit.Path)), 1), default));
            Comparison.Expect(commit, Storage);
        }

        _clock.Now = until;
        Drain();
        Comparison.CheckNothingIsPending(Storage);
    }

    /// <summary>Reconciles pages, as the rough run does at last.</summary>
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

    /// <summary>Nothing waits for anything here: simulated storage answers at once.</summary>
    private static void Finish(Task task) => task.GetAwaiter().GetResult();
}
