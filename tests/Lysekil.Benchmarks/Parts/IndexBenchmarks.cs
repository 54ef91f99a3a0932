using BenchmarkDotNet.Attributes;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Benchmarks.Parts;

/// <summary>
/// Queries of the index, which is in memory: the time is that of searching a sorted set and of reading rows.
/// </summary>
[MemoryDiagnoser]
public class IndexBenchmarks
{
    private const int ArticleCount = 200;
    private const int Number = 42;

    private SiteIndex _index = null!;
    private PublishedItem _listing = null!;

    [GlobalSetup]
    public async Task FillAsync()
    {
        _index = new SiteIndex((await FilledSite.CreateAsync(ArticleCount)).Storage.Index);
        _listing = (await _index.FindSourceAsync(new SourcePath(Articles.Path(Number)), default))!.Value.Live!;
    }

    [Benchmark(Description = "the article's own row")]
    public Task<Versioned<SourceRecord>?> Source() => _index.FindSourceAsync(_listing.Path, default);

    [Benchmark(Description = "its claims")]
    public Task<IReadOnlyList<Claim>> Claims() => _index.ClaimsOnAsync(_listing.Page, default);

    [Benchmark(Description = "the next article")]
    public Task<PublishedItem?> Newer() => _index.NewerAsync(_listing.Date!.Value, _listing.Path, default);

    [Benchmark(Description = "the latest 20")]
    public Task<List<PublishedItem>> Latest() => _index.LatestAsync(default);

    [Benchmark(Description = "a topic's latest 10")]
    public Task<List<PublishedItem>> Topic() => _index.LatestOfAsync(_listing.Topics[0].Slug, default);
}
