using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary>A Markdown file of the repository, as GitHub reads it.</summary>
internal sealed partial class Document
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    private readonly string _text;
    private readonly MarkdownDocument _tree;

    private Document(string path)
    {
        Path = path;
        _text = Repository.Read(path);
        _tree = Markdown.Parse(_text, Pipeline);
    }

    /// <summary>
    /// The repository's documents for developers and operators. The sample sites in <c>content</c> folders are not
    /// among them: the engine resolves their links.
    /// </summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        .. Directory.GetFiles(Repository.Root, "*.md")
            .Concat(new[] { "docs", "infra" }.SelectMany(folder =>
                Directory.GetFiles(At(folder), "*.md", SearchOption.AllDirectories)))
            .Append(At("tests/browser/README.md"))
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => new Document(path)),
    ];

    /// <summary>Relative to the repository, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>What stands between backticks in the text; code blocks are not in it.</summary>
    public IEnumerable<string> CodeSpans => SpansIn(_tree);

    /// <summary>The lines of its <c>sh</c> blocks that are commands, without what follows a <c>#</c>.</summary>
    public IEnumerable<string> Commands => _tree.Descendants<FencedCodeBlock>()
        .Where(block => block.Info == "sh")
        .SelectMany(block => block.Lines.ToString().Split('\n'))
        .Select(line => line.Split(" #")[0].Trim()).Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>Where its links and pictures lead.</summary>
    public IEnumerable<string> Links => _tree.Descendants<LinkInline>().Select(link => link.Url!);

    /// <summary>The anchors that GitHub gives its headings.</summary>
    public IReadOnlyCollection<string> Anchors =>
    [
        .. _tree.Descendants<HeadingBlock>()
            .Select(heading => NoAnchor().Replace(TextOf(heading).ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    public static Document Named(string path) => All.Single(document => document.Path == path);

    /// <summary>The source of a section: from its heading, which begins so, to the next of the same level.</summary>
    public string Section(string heading)
    {
        var headings = _tree.Descendants<HeadingBlock>().ToList();
        var at = headings.FindIndex(h => TextOf(h).StartsWith(heading, StringComparison.Ordinal));
        Assert.True(at >= 0, $"{Path} has no section {heading}");
        var next = headings.Skip(at + 1).FirstOrDefault(h => h.Level <= headings[at].Level);
        return _text[headings[at].Span.Start..(next?.Span.Start ?? _text.Length)];
    }

    /// <summary>The rows of all tables, without their headings: the code spans of each cell.</summary>
    public IEnumerable<IReadOnlyList<IReadOnlyList<string>>> TableRows() => _tree.Descendants<Table>()
        .SelectMany(table => table.Skip(1).Cast<TableRow>())
        .Select(row => row.Cast<TableCell>().Select(IReadOnlyList<string> (cell) => [.. SpansIn(cell)]).ToList());

    public override string ToString() => Path;

    private static string At(string path) => System.IO.Path.Combine(Repository.Root, path);

    private static IEnumerable<string> SpansIn(MarkdownObject part) =>
        part.Descendants<CodeInline>().Select(code => code.Content);

    private string TextOf(HeadingBlock heading) =>
        _text[heading.Span.Start..(heading.Span.End + 1)].TrimStart('#').Trim();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchor();
}
