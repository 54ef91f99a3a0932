using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Convergence.Defects;

namespace Lysekil.Convergence;

/// <summary>Many histories, one a seed, judged on all cores.</summary>
/// <param name="From">The first seed.</param>
/// <param name="Count">How many.</param>
/// <param name="Defect">What is wrong with the storage below the engine; normally nothing.</param>
public sealed record HistoryBatch(int From, int Count, Defect? Defect = null)
{
    /// <summary>Judges all of them, in the order of their seeds, as far as several at once have one.</summary>
    /// <param name="progress">Told now and then how many are done and how many of them diverged.</param>
    /// <param name="found">Told at once of each that diverged.</param>
    /// <returns>Those that diverged, in the order of their seeds.</returns>
    public IReadOnlyList<HistoryResult> Check(Action<int, int, TimeSpan>? progress = null, Action<HistoryResult>? found = null)
    {
        var watch = Stopwatch.StartNew();
        var diverged = new SortedDictionary<int, HistoryResult>();
        var done = 0;
        // More threads than cores, which the pool would add, only hold more histories in the caches at once.
        var cores = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(From, Count), EnumerablePartitionerOptions.NoBuffering), cores, seed =>
        {
            var result = HistoryResult.Check(seed, Defect);
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

    /// <summary>A seed to begin with that nobody chose.</summary>
    public static int FreshSeed() => Random.Shared.Next(1_000_000_000);
}
