using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Publish;
using Lysekil.Benchmarks.Rebuild;

namespace Lysekil.Benchmarks.Peers;

/// <summary>The same with us, the program warm: publishes on storage in memory, all pages from files, in a process of its own.</summary>
internal sealed class OurSite : IDisposable
{
    public const string Name = "Lysekil";

    private readonly int _articles;
    private readonly MeasuredProcess _publish;
    private readonly TemporaryFolder _packed = new();
    private readonly List<MeasuredProcess> _rebuilds = [];

    private OurSite(int articles, MeasuredProcess publish) => (_articles, _publish) = (articles, publish);

    public IEnumerable<PeerFigures> Figures =>
    [
        PeerFigures.MedianOf(Name, _articles, PeerWork.AllPages, _rebuilds),
        PeerFigures.MedianOf(Name, _articles, PeerWork.OneArticle, [_publish]),
    ];

    /// <summary>Fills a site with articles, and publishes new ones.</summary>
    public static async Task<OurSite> CreateAsync(int articles)
    {
        await PublishMeasurement.WarmUpAsync();
        var site = await FilledSite.CreateAsync(articles);
        var ours = new OurSite(articles, await PublishAsync(site, articles));
        PackedSite.Pack(site, ours._packed.Path);
        return ours;
    }

    /// <summary>Renders all pages to files.</summary>
    public async Task MeasureAsync()
    {
        using var folder = new TemporaryFolder();
        var rebuild = await RebuildMeasurement.ApartAsync(_packed.Directory, folder.Directory);
        _rebuilds.Add(new MeasuredProcess(rebuild.WallSeconds, rebuild.CpuSeconds, rebuild.PeakMegabytes));
    }

    public void Dispose() => _packed.Dispose();

    private static async Task<MeasuredProcess> PublishAsync(FilledSite site, int articles)
    {
        using var memory = new PeakMemory();
        var (milliseconds, _) = await new PublishMeasurement(site, articles).TimeAsync(Work.New);
        return new MeasuredProcess(milliseconds / 1_000, milliseconds / 1_000, memory.Megabytes); // On one core.
    }
}
