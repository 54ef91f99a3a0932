using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Publish;
using Lysekil.Benchmarks.Rebuild;

namespace Lysekil.Benchmarks.Peers;

/// <summary>The same with us: storage in memory, the program warm.</summary>
internal sealed class OurSite
{
    public const string Name = "Lysekil";

    private readonly FilledSite _site;
    private readonly int _articles;
    private readonly PublishMeasurement _publishing;
    private readonly List<MeasuredProcess> _rebuilds = [];
    private readonly List<MeasuredProcess> _publishes = [];

    private OurSite(FilledSite site, int articles) => (_site, _articles, _publishing) = (site, articles, new PublishMeasurement(site, articles));

    public IEnumerable<PeerFigures> Figures =>
    [
        PeerFigures.MedianOf(Name, _articles, PeerWork.AllPages, _rebuilds),
        PeerFigures.MedianOf(Name, _articles, PeerWork.OneArticle, _publishes),
    ];

    public static async Task<OurSite> CreateAsync(int articles)
    {
        await PublishMeasurement.WarmUpAsync();
        return new OurSite(await FilledSite.CreateAsync(articles), articles);
    }

    /// <summary>Renders all pages to files, and publishes a new article.</summary>
    public async Task MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        var rebuild = await RebuildMeasurement.OfAsync(_site, folder.Directory);
        _rebuilds.Add(new MeasuredProcess(rebuild.WallSeconds, rebuild.CpuSeconds, rebuild.PeakMegabytes));

        using var memory = new PeakMemory();
        var (milliseconds, _) = await _publishing.TimeAsync(Work.New);
        _publishes.Add(new MeasuredProcess(milliseconds / 1_000, milliseconds / 1_000, memory.Megabytes)); // On one core.
    }
}
