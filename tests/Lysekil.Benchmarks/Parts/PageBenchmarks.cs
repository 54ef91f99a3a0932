using BenchmarkDotNet.Attributes;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Pages;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Benchmarks.Parts;

/// <summary>Renders whole pages and their hashes, with the index in memory.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private const int ArticleCount = 200;
    private const int Number = 42;

    private SiteIndex _index = null!;
    private AcceptedSources _accepted = null!;
    private PageRenderer _renderer = null!;
    private PublishedItem _listing = null!;

    [GlobalSetup]
    public async Task FillAsync()
    {
        var storage = (await FilledSite.CreateAsync(ArticleCount)).Storage;
        (_index, _accepted) = (new SiteIndex(storage.Index), new AcceptedSources(storage.Accepted));
        _renderer = NewRenderer();
        _listing = (await _index.FindSourceAsync(new SourcePath(Articles.Path(Number)), default))!.Value.Live!;
    }

    [Benchmark(Baseline = true, Description = "404.html: little but the templates")]
    public Task<RenderResult> NotFound() => RenderAsync(PageKey.NotFound);

    [Benchmark(Description = "the article")]
    public Task<RenderResult> Article() => RenderAsync(_listing.Page);

    [Benchmark(Description = "the front page")]
    public Task<RenderResult> Front() => RenderAsync(PageKey.Front);

    [Benchmark(Description = "its month")]
    public Task<RenderResult> MonthPage() => RenderAsync(PageKey.Month(_listing.Month!.Value));

    [Benchmark(Description = "its month for search")]
    public Task<RenderResult> SearchShard() => RenderAsync(PageKey.SearchShard(_listing.Month!.Value));

    [Benchmark(Description = "RSS, its texts at hand")]
    public Task<RenderResult> Rss() => RenderAsync(PageKey.Rss);

    [Benchmark(Description = "RSS, its texts read anew")]
    public Task<RenderResult> RssAnew() => NewRenderer().BeginPass([PageKey.Rss], default).RenderAsync(PageKey.Rss);

    [Benchmark(Description = "Atom, its texts at hand")]
    public Task<RenderResult> Atom() => RenderAsync(PageKey.Atom);

    [Benchmark(Description = "JSON Feed, its texts at hand")]
    public Task<RenderResult> JsonFeed() => RenderAsync(PageKey.JsonFeed);

    private Task<RenderResult> RenderAsync(PageKey page) => _renderer.BeginPass([page], default).RenderAsync(page);

    private PageRenderer NewRenderer() => new(
        _index,
        _accepted,
        new SiteReader(_index, _accepted),
        new PictureMaker(_accepted, trial: null, NullLogger<PictureMaker>.Instance));
}
