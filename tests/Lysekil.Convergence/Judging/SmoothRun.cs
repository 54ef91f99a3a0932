using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Waking;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Convergence.Judging;

/// <summary>
/// The untroubled run that a rough one must equal: the same versions of the same sources are seen in the same order, one
/// after the other, and nothing goes wrong.
/// </summary>
public static class SmoothRun
{
    /// <param name="commits">What the rough run saw. A version that was replaced before anyone looked is not in it.</param>
    /// <param name="now">When the rough run ended.</param>
    /// <returns>The storage as it must be.</returns>
    /// <exception cref="DivergenceException">A commit came out otherwise.</exception>
    public static SimulatedStorage Of(IEnumerable<SourceCommit> commits, DateTimeOffset now)
    {
        var clock = new ManualClock(HistoryGenerator.Start);
        var storage = new SimulatedStorage(clock);
        var engine = new PublishingEngine(storage.Site, clock, NullLoggerFactory.Instance);
        Finish(engine.Reconciler.ReconcileSourcesAsync(default));
        Drain(engine, storage);
        foreach (var commit in commits)
        {
            if (commit.Version is { } version)
            {
                storage.Content.Restore(version);
            }
            else
            {
                storage.Content.Delete(commit.Path);
            }

            clock.Now = commit.At;
            Finish(engine.ContentEvents.HandleAsync(ContentEvent.Publish(new SourcePath(commit.Path)), 1, default));
            Comparison.Expect(commit, storage);
        }

        clock.Now = now.AddDays(1); // Later than any process thought it was: all messages show.
        Drain(engine, storage);
        Comparison.CheckNothingIsOwed(storage);
        Finish(engine.Reconciler.ReconcilePagesAsync(default)); // As the rough run ends: old style sheets go.
        Drain(engine, storage);
        return storage;
    }

    private static void Drain(PublishingEngine engine, SimulatedStorage storage)
    {
        while (true)
        {
            if (storage.ContentEvents.TryReceive(TimeSpan.FromMinutes(1)) is { } happened)
            {
                Finish(engine.ContentEvents.HandleAsync(happened.Text, happened.DequeueCount, default));
                storage.ContentEvents.Delete(happened);
            }
            else if (storage.PageRefreshes.TryReceive(TimeSpan.FromMinutes(1)) is { } wanted)
            {
                Finish(engine.PageRefreshes.HandleAsync(wanted.Text, wanted.DequeueCount, default));
                storage.PageRefreshes.Delete(wanted);
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
