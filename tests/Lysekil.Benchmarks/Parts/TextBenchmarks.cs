using System.Text;
using BenchmarkDotNet.Attributes;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Benchmarks.Parts;

/// <summary>Reads and renders the text of one article, without storage.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private const int Number = 42;

    private readonly SourcePath _path = new(Articles.Path(Number));
    private readonly string _source = Articles.Text(Number);
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(Articles.Text(Number));
    private readonly string _body = FrontMatter.Split(Articles.Text(Number)).Body;
    private readonly Uri _page = new("https://example.se/2019/10/artikel/");
    private readonly MarkdownText _text;
    private readonly MarkdownText _withHtml;

    public TextBenchmarks()
    {
        _text = Read(_bytes);
        _withHtml = Read([.. _bytes, .. "\n<p>Ett <em>stycke</em> HTML.</p>\n"u8]);
    }

    [Benchmark(Baseline = true, Description = "Markdig alone: parse and render")]
    public string Markdig() => MarkdigAlone.ToHtml(_body);

    [Benchmark(Description = "parse and render")]
    public string ParseAndRender() => Read(_bytes).ToHtml();

    [Benchmark(Description = "parse")]
    public MarkdownText Parse() => Read(_bytes);

    [Benchmark(Description = "render")]
    public string Render() => _text.ToHtml();

    [Benchmark(Description = "front matter")]
    public string SplitFrontMatter() => FrontMatter.Split(_source).Body;

    [Benchmark(Description = "hash")]
    public ContentHash Hash() => ContentHash.Of(_bytes);

    [Benchmark(Description = "render and sanitise (only where there is raw HTML)")]
    public string Sanitise() => _withHtml.ToHtml(_page);

    private MarkdownText Read(byte[] bytes) =>
        ManuscriptReader.Read(_path, bytes, DateTimeOffset.UnixEpoch, SiteSettings.Default.Region).Text
            ?? throw new InvalidOperationException($"{_path} cannot be read.");
}
