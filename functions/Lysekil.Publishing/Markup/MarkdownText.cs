using System.Text;
using Lysekil.Publishing.Sources;
using Markdig;
using Markdig.Helpers;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Markup;

/// <summary>
/// A parsed Markdown text: headings in order below the page's own, links and pictures by the site's rules, HTML by the
/// allow-list. Immutable once read; not for several threads at once.
/// </summary>
public sealed class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseEmphasisExtras()
        .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
        .UseSmartyPants(SwedishPunctuation())
        .Build();

    private readonly MarkdownDocument _document;
    private readonly bool _hasHtml;
    private readonly List<(LinkInline Link, string Url)> _siteLinks = [];

    private MarkdownText(MarkdownDocument document)
    {
        _document = document;
        _hasHtml = document.Descendants<HtmlBlock>().Any() || document.Descendants<HtmlInline>().Any();
    }

    /// <summary>What editors should know of the text.</summary>
    public IReadOnlyList<Remark> Remarks { get; private set; } = [];

    /// <summary>The site's own files that the text refers to; each once, in ordinal order.</summary>
    public IReadOnlyList<SourcePath> Assets { get; private set; } = [];

    /// <summary>The first paragraph that is more than a picture, as plain text; empty where there is none.</summary>
    public string FirstParagraph =>
        _document.OfType<ParagraphBlock>().FirstOrDefault(p => !IsPicture(p)) is { } first ? PlainText(first.Inline) : "";

    /// <summary>Reads a text.</summary>
    /// <param name="markdown">With <c>\n</c> line ends.</param>
    /// <param name="source">Whose text it is: relative references start there.</param>
    /// <param name="firstLine">The number of its first line in the file.</param>
    /// <param name="lines">For each line of the text, which line after the first it is in the file; <c>null</c>: the same.</param>
    /// <returns>The text, or the refusal of one that is nested beyond reason.</returns>
    public static (MarkdownText? Text, Remark? Refusal) Read(
        string markdown, SourcePath source, int firstLine, IReadOnlyList<int>? lines = null)
    {
        try
        {
            var text = new MarkdownText(Markdown.Parse(markdown, Pipeline));

            // The renderer counts levels that the parser does not: what cannot be rendered must be refused now.
            if (HtmlAllowList.IsTooDeep(text.Render(null)))
            {
                return (null, Sources.Remarks.TooDeep());
            }

            text.PutHeadingsInOrder();
            text.NameHeadings();
            text.AlignTablesByClass();
            text.ResolveLinks(source, line => firstLine + (lines is null ? line : lines[line]));
            return (text, null);
        }
        catch (ArgumentException error) when (error.Message.Contains("nested", StringComparison.Ordinal))
        {
            return (null, Sources.Remarks.TooDeep());
        }
    }

    /// <summary>A heading's Markdown as plain text: a number or a dash at its start begins no list there.</summary>
    public static string PlainText(string markdown)
    {
        const int MostCharacters = 2_000; // More is nobody's heading, and may be nested as deep as it is long.
        if (markdown.Length > MostCharacters)
        {
            return markdown;
        }

        var text = new StringBuilder();
        foreach (var leaf in Markdown.Parse($"# {markdown.ReplaceLineEndings(" ")} #", Pipeline).Descendants<LeafBlock>())
        {
            AppendText(leaf.Inline, text);
        }

        return Spaced(text);
    }

    /// <summary>The text as HTML that holds nothing but the allow-list.</summary>
    /// <param name="page">
    /// The absolute URL of the text's page, for a place where relative URLs mean nothing, such as a feed; else <c>null</c>.
    /// </param>
    public string ToHtml(Uri? page = null)
    {
        var html = Render(page);
        return _hasHtml ? HtmlAllowList.Clean(html, page).Html : html;
    }

    private string Render(Uri? page)
    {
        foreach (var (link, url) in _siteLinks)
        {
            link.Url = page is null ? url : new Uri(page, url).AbsoluteUri;
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(_document);
        var html = writer.ToString();

        // Footnotes lead to each other by addresses of the renderer's own.
        return page is null ? html : html.Replace("href=\"#", $"href=\"{page.AbsoluteUri}#", StringComparison.Ordinal);
    }

    private static SmartyPantOptions SwedishPunctuation()
    {
        var options = new SmartyPantOptions();
        options.Mapping[SmartyPantType.LeftQuote] = "’";
        options.Mapping[SmartyPantType.RightQuote] = "’";
        options.Mapping[SmartyPantType.LeftDoubleQuote] = "”";
        options.Mapping[SmartyPantType.RightDoubleQuote] = "”";
        options.Mapping[SmartyPantType.LeftAngleQuote] = "»";
        options.Mapping[SmartyPantType.RightAngleQuote] = "»";
        options.Mapping[SmartyPantType.Ellipsis] = "…";
        options.Mapping[SmartyPantType.Dash2] = "–";
        options.Mapping[SmartyPantType.Dash3] = "—";
        return options;
    }

    /// <summary>The page's title is its only first-level heading, and no level is skipped (WCAG 2.2, 1.3.1).</summary>
    private void PutHeadingsInOrder()
    {
        var open = new Stack<int>();
        foreach (var heading in _document.Descendants<HeadingBlock>())
        {
            while (open.Count > 0 && open.Peek() >= heading.Level)
            {
                open.Pop();
            }

            open.Push(heading.Level);
            heading.Level = Math.Min(6, 1 + open.Count);
        }
    }

    /// <summary>As Markdig's own extension does, but not in quadratic time for a text of many equal headings.</summary>
    private void NameHeadings()
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in _document.Descendants<HeadingBlock>())
        {
            var name = LinkHelper.UrilizeAsGfm(PlainText(heading.Inline));
            name = name.Length == 0 ? "avsnitt" : name;
            var count = names[name] = names.GetValueOrDefault(name) + 1;
            heading.GetAttributes().Id = count == 1 ? name : FormattableString.Invariant($"{name}-{count - 1}");
        }
    }

    /// <summary>Markdig aligns by a style attribute, which the pages' Content-Security-Policy forbids.</summary>
    private void AlignTablesByClass()
    {
        foreach (var table in _document.Descendants<Table>())
        {
            foreach (var row in table.OfType<TableRow>())
            {
                for (var i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
                {
                    if (table.ColumnDefinitions[i].Alignment is { } align and not TableColumnAlign.Left)
                    {
                        row[i].GetAttributes().AddClass(align == TableColumnAlign.Right ? "right" : "center");
                    }
                }
            }

            foreach (var column in table.ColumnDefinitions)
            {
                column.Alignment = null;
            }
        }
    }

    private static bool IsPicture(ParagraphBlock paragraph) =>
        paragraph.Inline is { } inline
        && inline.All(i => i is LinkInline { IsImage: true } or LineBreakInline);

    private void ResolveLinks(SourcePath source, Func<int, int> lineOf)
    {
        var remarks = new List<Remark>();
        var assets = new SortedSet<SourcePath>();
        foreach (var link in _document.Descendants<LinkInline>().ToList())
        {
            var line = lineOf(link.Line);
            var target = LinkTarget.Read(link.Url ?? "", source, link.IsImage);
            if (target is null)
            {
                remarks.Add(Sources.Remarks.LinkDropped(line, link.Url ?? ""));
                ReplaceByText(link);
                continue;
            }

            link.Url = target.Url;
            if (target.Url[0] is '/' or '#' or '?')
            {
                _siteLinks.Add((link, target.Url));
            }

            if (target.Asset is { } asset)
            {
                assets.Add(asset);
            }

            if (link.IsImage && PlainText(link).Length == 0)
            {
                remarks.Add(Sources.Remarks.AltMissing(line, link.Url));
            }
        }

        foreach (var link in _document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && LinkTarget.Read(link.Url, source, isImage: false) is null)
            {
                remarks.Add(Sources.Remarks.LinkDropped(lineOf(link.Line), link.Url));
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }

        if (_hasHtml && HtmlAllowList.Clean(Render(null), null).Removed)
        {
            var html = _document.Descendants().First(o => o is HtmlBlock or HtmlInline);
            remarks.Add(Sources.Remarks.HtmlDropped(lineOf(html.Line)));
        }

        Remarks = remarks;
        Assets = [.. assets];
    }

    private static void ReplaceByText(LinkInline link)
    {
        link.MoveChildrenAfter(link);
        link.Remove();
    }

    private static string PlainText(ContainerInline? inline)
    {
        var text = new StringBuilder();
        AppendText(inline, text);
        return Spaced(text);
    }

    private static void AppendText(ContainerInline? container, StringBuilder text)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case SmartyPant mark:
                    text.Append(SwedishPunctuationOptions.Mapping[mark.Type]);
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline autolink:
                    text.Append(autolink.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case ContainerInline nested:
                    AppendText(nested, text);
                    break;
            }
        }
    }

    private static readonly SmartyPantOptions SwedishPunctuationOptions = SwedishPunctuation();

    private static string Spaced(StringBuilder text) =>
        string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
