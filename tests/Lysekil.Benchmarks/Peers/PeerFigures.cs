using Lysekil.Benchmarks.Measuring;

namespace Lysekil.Benchmarks.Peers;

/// <summary>The medians of one generator for one task.</summary>
/// <param name="Generator">The generator.</param>
/// <param name="Articles">The number of articles.</param>
/// <param name="Work">The task.</param>
/// <param name="WallSeconds">Elapsed time.</param>
/// <param name="CpuSeconds">Processor time on all cores.</param>
/// <param name="PeakMegabytes">Peak memory; that of Lysekil is without the simulated storage.</param>
internal sealed record PeerFigures(
    string Generator, int Articles, PeerWork Work, double WallSeconds, double CpuSeconds, double PeakMegabytes)
{
    public static PeerFigures MedianOf(
        string generator, int articles, PeerWork work, IReadOnlyList<MeasuredProcess> runs) =>
        new(
            generator, articles, work, runs.Median(r => r.WallSeconds), runs.Median(r => r.CpuSeconds),
            runs.Median(r => r.PeakMegabytes));
}
