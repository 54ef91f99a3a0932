using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Benchmarks.Publish;
using Lysekil.Benchmarks.Rebuild;

namespace Lysekil.Benchmarks.Peers;

/// <summary>
/// The same work by Lysekil after warm-up. Publishes use storage in memory; all pages are rendered by a process of
/// their own.
/// </summary>
internal sealed class LysekilSite : IDisposable
{
    public const string Name = "Lysekil";

    private readonly int _articles;
    private readonly MeasuredProcess _publish;
    private readonly TemporaryFolder _packed = new();
    private readonly List<MeasuredProcess> _rebuilds = [];

    private LysekilSite(int articles, MeasuredProcess publish) => (_articles, _publish) = (articles, publish);

    public IEnumerable<PeerFigures> Figures =>
    [
        PeerFigures.MedianOf(Name, _articles, PeerWork.AllPages, _rebuilds),
        PeerFigures.MedianOf(Name, _articles, PeerWork.OneArticle, [_publish]),
    ];

    /// <summary>Fills a site with articles, and measures publishes of new ones.</summary>
    public static async Task<LysekilSite> CreateAsync(int articles)
    {
        await PublishMeasurement.WarmUpAsync();
        var site = await FilledSite.CreateAsync(articles);
        var ours = new LysekilSite(articles, await PublishAsync(site, articles));
        PackedSite.Pack(site, ours._packed.Path);
        return ours;
    }

    /// <summary>Measures rendering all pages to files.</summary>
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
        var (milliseconds, _) = await new PublishMeasurement(site, articles).TimeAsync(EditKind.New);
        return new MeasuredProcess(milliseconds / 1_000, milliseconds / 1_000, memory.Megabytes); // On one core.
    }
}
