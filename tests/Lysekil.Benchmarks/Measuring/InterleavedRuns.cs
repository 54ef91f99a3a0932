using System.Diagnostics;

namespace Lysekil.Benchmarks.Measuring;

/// <summary>Two works in turns: what else the machine does meanwhile slows both, and their ratio stays.</summary>
internal static class InTurns
{
    private const int Times = 100;

    /// <summary>How many times as long as the first the second takes: the median of the rounds, in each of which both are done a hundred times.</summary>
    /// <param name="first">One work.</param>
    /// <param name="second">The other.</param>
    /// <param name="warmUp">So many rounds before them do not count.</param>
    /// <param name="rounds">How many count.</param>
    public static double Ratio(Action first, Action second, int warmUp, int rounds) => Enumerable.Range(0, warmUp + rounds)
        .Select(_ => (First: Time(first), Second: Time(second)))
        .ToList() // Also those that do not count are done.
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
