using BenchmarkDotNet.Attributes;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Sources;

namespace Lysekil.Benchmarks.Parts;

/// <summary>What pages ask the archive, which is in memory: what is timed is a sorted set's search, and reading the rows.</summary>
[MemoryDiagnoser]
public class ArchiveBenchmarks
{
    private const int ArticleCount = 200;
    private const int Number = 42;

    private ArchiveIndex _archive = null!;
    private PublishedItem _listing = null!;

    [GlobalSetup]
    public async Task FillAsync()
    {
        _archive = new ArchiveIndex((await FilledSite.CreateAsync(ArticleCount)).Storage.Archive);
        _listing = (await _archive.FindSourceAsync(new SourcePath(Articles.Path(Number)), default))!.Value.Live!;
    }

    [Benchmark(Description = "the article's own row")]
    public Task<Versioned<SourceRecord>?> Source() => _archive.FindSourceAsync(_listing.Path, default);

    [Benchmark(Description = "its claims")]
    public Task<IReadOnlyList<Claim>> Claims() => _archive.ClaimsOnAsync(_listing.Page, default);

    [Benchmark(Description = "the next article")]
    public Task<PublishedItem?> Newer() => _archive.NewerAsync(_listing.Date!.Value, _listing.Path, default);

    [Benchmark(Description = "the latest 20")]
    public Task<List<PublishedItem>> Latest() => _archive.LatestAsync(default);

    [Benchmark(Description = "a topic's latest 10")]
    public Task<List<PublishedItem>> Topic() => _archive.LatestOfAsync(_listing.Topics[0].Slug, default);
}
