using System.Diagnostics;
using System.Globalization;
using Lysekil.Convergence;

// Usage: COUNT [--from SEED]     judges COUNT histories on all cores
//        --replay SEED           prints one history, step by step, and its verdict
if (args is ["--replay", var replay])
{
    var verdict = Verdict.Of(int.Parse(replay, CultureInfo.InvariantCulture), Console.WriteLine);
    Console.WriteLine(verdict.Divergence ?? "converges");
    return verdict.Divergence is null ? 0 : 1;
}

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
var from = args is [_, "--from", var seed] ? int.Parse(seed, CultureInfo.InvariantCulture) : Random.Shared.Next(1_000_000_000);
var watch = Stopwatch.StartNew();
var diverged = new List<Verdict>();
var done = 0;
Parallel.For(from, from + count, i =>
{
    var verdict = Verdict.Of(i);
    if (verdict.Divergence is not null)
    {
        lock (diverged)
        {
            diverged.Add(verdict);
        }
    }

    if (Interlocked.Increment(ref done) % 10_000 == 0)
    {
        Console.WriteLine($"{done} of {count}, {diverged.Count} diverged, {watch.Elapsed.TotalSeconds:0} s");
    }
});
foreach (var verdict in diverged.OrderBy(v => v.Seed).Take(5))
{
    Console.WriteLine($"seed {verdict.Seed}: {verdict.Divergence}\n");
}

Console.WriteLine($"{count} histories from seed {from}: {diverged.Count} diverged, {watch.Elapsed.TotalSeconds:0.0} s");
return diverged.Count == 0 ? 0 : 1;
