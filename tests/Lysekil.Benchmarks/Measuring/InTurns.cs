using System.Diagnostics;

namespace Lysekil.Benchmarks.Measuring;

/// <summary>Two works in turns: what else the machine does meanwhile slows both, and their ratio stays.</summary>
internal static class InTurns
{
    private const int Times = 100;
    private const int WarmUpRounds = 40;
    private const int Rounds = 101;

    /// <summary>How many times as long as the first the second takes: the median of the rounds, in each of which both are done a hundred times.</summary>
    public static double Ratio(Action first, Action second)
    {
        var ratios = new List<double>();
        for (var round = 0; round < WarmUpRounds + Rounds; round++)
        {
            var (one, other) = (Time(first), Time(second));
            if (round >= WarmUpRounds)
            {
                ratios.Add(other / one);
            }
        }

        return ratios.Median(r => r);
    }

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
