using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Convergence.Defects;

namespace Lysekil.Convergence;

/// <summary>A range of seeds, whose histories are checked on all cores.</summary>
/// <param name="From">The first seed.</param>
/// <param name="Count">The number of seeds.</param>
/// <param name="Defect">A deliberate defect in the storage below the engine, if any.</param>
public sealed record HistoryBatch(int From, int Count, Defect? Defect = null)
{
    /// <summary>Whether a later engine runs beside today's for a while; no defect is injected then.</summary>
    public bool AreDeployments { get; init; }

    /// <summary>Checks all histories, several at once.</summary>
    /// <param name="progress">Receives the number of checked and of diverged histories, every 10,000 histories.</param>
    /// <param name="found">Receives each result that diverged, as soon as it is known.</param>
    /// <returns>The results that diverged, by seed.</returns>
    public IReadOnlyList<HistoryResult> Check(
        Action<int, int, TimeSpan>? progress = null, Action<HistoryResult>? found = null)
    {
        var watch = Stopwatch.StartNew();
        var diverged = new SortedDictionary<int, HistoryResult>();
        var done = 0;
        // The thread pool would add threads beyond the cores, and so put more histories in the caches at once.
        var cores = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        var seeds = Partitioner.Create(Enumerable.Range(From, Count), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(seeds, cores, seed =>
        {
            var result = AreDeployments ? HistoryResult.CheckDeployment(seed) : HistoryResult.Check(seed, Defect);
            if (result.Divergence is not null)
            {
                lock (diverged)
                {
                    diverged.Add(seed, result);
                    found?.Invoke(result);
                }
            }

            if (Interlocked.Increment(ref done) % 10_000 == 0)
            {
                progress?.Invoke(done, diverged.Count, watch.Elapsed);
            }
        });
        return [.. diverged.Values];
    }

    /// <summary>A random first seed.</summary>
    public static int FreshSeed() => Random.Shared.Next(1_000_000_000);
}
