using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Publish;
using Lysekil.Benchmarks.Rebuild;

namespace Lysekil.Benchmarks.Peers;

/// <summary>The same with us: storage in memory, the program warm.</summary>
internal static class OurSite
{
    private const string Name = "Lysekil";

    public static async Task<IReadOnlyList<PeerFigures>> MeasureAsync(int articles, int times)
    {
        await PublishMeasurement.WarmUpAsync();
        var site = await FilledSite.CreateAsync(articles);
        var rebuilds = new List<MeasuredProcess>();
        for (var i = 0; i < times; i++)
        {
            using var folder = new TemporaryFolder();
            var rebuild = await RebuildMeasurement.OfAsync(site, folder.Directory);
            rebuilds.Add(new MeasuredProcess(rebuild.WallSeconds, rebuild.CpuSeconds, rebuild.PeakMegabytes));
        }

        using var memory = new PeakMemory();
        var (milliseconds, _) = await new PublishMeasurement(site, articles).TimeAsync(Work.New);
        var publish = new MeasuredProcess(milliseconds / 1_000, milliseconds / 1_000, memory.Megabytes); // On one core.
        return [PeerFigures.MedianOf(Name, articles, PeerWork.AllPages, rebuilds), PeerFigures.MedianOf(Name, articles, PeerWork.OneArticle, [publish])];
    }
}
