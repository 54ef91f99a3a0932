using Lysekil.Benchmarks.Measuring;

namespace Lysekil.Benchmarks.Peers;

/// <summary>What one of us took for one work.</summary>
/// <param name="Who">Which of us.</param>
/// <param name="Articles">In the site.</param>
/// <param name="Work">What was done.</param>
/// <param name="WallSeconds">By the clock; the median.</param>
/// <param name="CpuSeconds">Of all cores; the median.</param>
/// <param name="PeakMegabytes">The most memory that it took; the median. Ours is without that of the storage.</param>
internal sealed record PeerFigures(string Who, int Articles, PeerWork Work, double WallSeconds, double CpuSeconds, double PeakMegabytes)
{
    public static PeerFigures MedianOf(string who, int articles, PeerWork work, IReadOnlyList<MeasuredProcess> runs) => new(
        who, articles, work, runs.Median(r => r.WallSeconds), runs.Median(r => r.CpuSeconds), runs.Median(r => r.PeakMegabytes));
}
