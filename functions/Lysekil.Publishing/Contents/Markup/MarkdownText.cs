using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// A parsed Markdown text: headings in order below the page's own, links and pictures by the site's rules, HTML by the
/// allow-list. Immutable once read; not for several threads at once.
/// </summary>
public sealed class MarkdownText
{
    /// <summary>The parser takes each definition from the front of what it has yet to read: more take seconds.</summary>
    private const int MostDefinitions = 2_000;

    /// <summary>Of the addresses in its HTML that cannot stay, and of its nameless pictures, an editor is told of so many each.</summary>
    private const int MostHtmlDiagnostics = 5;

    /// <summary>Of the addresses with spaces, an editor is told of so many.</summary>
    private const int MostSpacedDiagnostics = 5;

    /// <summary>So many levels are rendered to far fewer than are refused.</summary>
    private const int SurelyRendered = 50;

    private readonly MarkdownDocument _document;
    private readonly DocumentParts _parts;
    private readonly SourcePath _source;
    private IReadOnlyList<(LinkInline Link, string Url)> _siteLinks = [];
    private CleanHtml? _clean; // Of a text without HTML, none.

    private MarkdownText(MarkdownDocument document, SourcePath source) =>
        (_document, _parts, _source) = (document, DocumentParts.Of(document), source);

    private bool HasHtml => _parts.Html.Count > 0;

    /// <summary>What editors should know of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>The site's own files that the text refers to; each once, in ordinal order.</summary>
    public IReadOnlyList<SourcePath> Assets { get; private set; } = [];

    /// <summary>The first paragraph that is more than pictures or films, as plain text; empty where there is none.</summary>
    public string FirstParagraph =>
        _document.OfType<ParagraphBlock>().FirstOrDefault(p => !FigureParagraph.IsFigures(p)) is { } first ? PlainText.Of(first.Inline) : "";

    /// <summary>All that readers read, one paragraph, heading or cell after another, as plain text.</summary>
    public IEnumerable<string> Paragraphs => _document.Descendants<LeafBlock>().Select(b => PlainText.Of(b.Inline)).Where(t => t.Length > 0);

    /// <summary>Reads a text.</summary>
    /// <param name="markdown">With <c>\n</c> line ends.</param>
    /// <param name="source">Whose text it is: relative references start there.</param>
    /// <param name="firstLine">The number of its first line in the file.</param>
    /// <param name="lines">For each line of the text, which line after the first it is in the file; <c>null</c>: the same.</param>
    /// <returns>The text, or the refusal of one that is nested, or full of signs, beyond reason.</returns>
    public static (MarkdownText? Text, Diagnostic? Refusal) Read(
        string markdown, SourcePath source, int firstLine, IReadOnlyList<int>? lines = null)
    {
        int LineOf(int line) => firstLine + (lines is null ? line : lines[line]);
        if (markdown.AsSpan().Count("]:") > MostDefinitions)
        {
            return (null, DiagnosticCatalog.TooManyDefinitions(MostDefinitions));
        }

        if (LineNesting.FirstBeyondReason(markdown) is { } nested)
        {
            return (null, DiagnosticCatalog.TooDeep(LineOf(nested)));
        }

        if (TableSize.FirstTooLarge(markdown) is { } table)
        {
            return (null, DiagnosticCatalog.TableTooLarge(LineOf(table), TableSize.MostCells));
        }

        try
        {
            var text = new MarkdownText(MarkdownDialect.Parse(markdown), source);

            if (text.IsTooDeep)
            {
                return (null, DiagnosticCatalog.TooDeep());
            }

            Headings.PutInOrder(text._parts.Headings);
            Headings.Name(text._parts.Headings);
            TableAlignment.ByClass(text._parts.Tables);
            TableScrolling.ByKeyboard(text._parts.Tables);
            var links = LinkResolution.Of(text._parts, source, LineOf);
            text._siteLinks = links.SiteLinks;
            var html = text._clean = text.HasHtml ? HtmlAllowList.Clean(text.Render(null), source, null) : null;
            text.Assets = html is null ? links.Assets : [.. links.Assets.Union(html.Assets).Order()];
            var spaced = SpacedAddress.In(text._document, markdown).Take(MostSpacedDiagnostics).Select(s => DiagnosticCatalog.LinkSpaced(LineOf(s.Line), s.Address));
            text.Diagnostics = [.. links.Diagnostics, .. spaced, .. text.DiagnosticsOnAddresses(LineOf), .. html is null ? [] : text.DiagnosticsOn(html, LineOf)];
            return (text, null);
        }
        catch (DensityGuard.DenseException dense)
        {
            return (null, DiagnosticCatalog.TooDense(LineOf(dense.Line), dense.Most));
        }
        catch (ArgumentException error) when (error.Message.Contains("nested", StringComparison.Ordinal))
        {
            return (null, DiagnosticCatalog.TooDeep());
        }
    }

    /// <summary>The text as HTML that holds nothing but the allow-list.</summary>
    /// <param name="page">
    /// The absolute URL of the text's page, for a place where relative URLs mean nothing, such as a feed; else <c>null</c>.
    /// </param>
    public string ToHtml(Uri? page = null) =>
        _clean is null ? Render(page) : page is null ? _clean.Html : HtmlAllowList.Clean(Render(page), _source, page).Html;

    /// <summary>The renderer counts levels that the parser does not: what cannot be rendered must be refused when it is read.</summary>
    /// <remarks>No part of Markdown's becomes more than a few elements within each other: most texts need not be rendered to know.</remarks>
    private bool IsTooDeep => (HasHtml || _parts.Levels > SurelyRendered) && HtmlAllowList.IsTooDeep(Render(null));

    private string Render(Uri? page)
    {
        foreach (var (link, url) in _siteLinks)
        {
            link.Url = page is null ? url : new Uri(page, url).AbsoluteUri;
        }

        var html = MarkdownDialect.ToHtml(_document);

        // Footnotes lead to each other by addresses of the renderer's own.
        return page is null ? html : html.Replace("href=\"#", $"href=\"{page.AbsoluteUri}#", StringComparison.Ordinal);
    }

    private IEnumerable<Diagnostic> DiagnosticsOnAddresses(Func<int, int> lineOf) =>
        AddressParser.FirstLeftAsText(_document) is { } line
            ? [DiagnosticCatalog.TooManyAddresses(lineOf(line), AddressParser.MostInAParagraph)]
            : [];

    private IEnumerable<Diagnostic> DiagnosticsOn(CleanHtml html, Func<int, int> lineOf)
    {
        // Of the address that the editor wrote, the last part stays what it was.
        int LineOf(string url) =>
            lineOf((_parts.Html.Find(p => TextOf(p).Contains(Uri.UnescapeDataString(url[(url.LastIndexOf('/') + 1)..]), StringComparison.Ordinal)) ?? _parts.Html[0]).Line);
        return
        [
            .. html.Removed ? [DiagnosticCatalog.HtmlDropped(lineOf(_parts.Html[0].Line))] : Enumerable.Empty<Diagnostic>(),
            .. html.Dropped.Take(MostHtmlDiagnostics).Select(url => DiagnosticCatalog.LinkDropped(LineOf(url), url)),
            .. html.Nameless.Take(MostHtmlDiagnostics).Select(url => DiagnosticCatalog.AltMissing(LineOf(url), url)),
        ];
    }

    private static string TextOf(MarkdownObject html) => html is HtmlInline inline ? inline.Tag : ((HtmlBlock)html).Lines.ToString();
}
