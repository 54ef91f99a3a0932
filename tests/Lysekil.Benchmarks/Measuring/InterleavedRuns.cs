using System.Diagnostics;

namespace Lysekil.Benchmarks.Measuring;

/// <summary>Runs two actions in turns, so that other work of the machine slows both and their ratio stays.</summary>
internal static class InterleavedRuns
{
    private const int Times = 100;

    /// <summary>
    /// The ratio of the time of the second action to that of the first: the median of the rounds, each of which runs
    /// both a hundred times.
    /// </summary>
    /// <param name="first">The action to compare with.</param>
    /// <param name="second">The action to measure.</param>
    /// <param name="warmUp">The number of rounds before them that are not counted.</param>
    /// <param name="rounds">The number of rounds that are counted.</param>
    public static double Ratio(Action first, Action second, int warmUp, int rounds) =>
        Enumerable.Range(0, warmUp + rounds)
        .Select(_ => (First: Time(first), Second: Time(second)))
        .ToList() // Runs the warm-up rounds too.
        .Skip(warmUp)
        .Median(times => times.Second / times.First);

    private static double Time(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
        {
            work();
        }

        return Stopwatch.GetElapsedTime(began).TotalMicroseconds;
    }
}
