using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup.Dialect;
using Lysekil.Publishing.Contents.Markup.Document;
using Lysekil.Publishing.Contents.Markup.Foreign;
using Lysekil.Publishing.Contents.Markup.Html;
using Lysekil.Publishing.Contents.Markup.Limits;
using Lysekil.Publishing.Contents.Markup.Links;
using Lysekil.Publishing.Contents.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// A parsed Markdown text: its headings are below the page's title, its links and pictures are resolved, its HTML is
/// sanitised. Immutable; safe for several threads, which render one at a time.
/// </summary>
public sealed class MarkdownText
{
    /// <summary>The most warnings about footnotes that are not used.</summary>
    private const int MostFootnoteDiagnostics = 5;

    /// <summary>The most warnings about links within the text that lead nowhere.</summary>
    private const int MostAnchorDiagnostics = 5;

    /// <summary>A document of so few levels renders to far fewer elements within each other than are refused.</summary>
    private const int SurelyRendered = 50;

    private readonly Lock _rendering = new();
    private readonly MarkdownDocument _document;
    private readonly DocumentParts _parts;
    private readonly SourcePath _source;
    private IReadOnlyList<(LinkInline Link, string Url)> _siteLinks = [];
    private CleanHtml? _clean; // Null for a text without HTML.
    private Locale _locale = Locale.Swedish; // Of the words in the document.

    private MarkdownText(MarkdownDocument document, SourcePath source) =>
        (_document, _parts, _source) = (document, DocumentParts.Of(document), source);

    private bool HasHtml => _parts.Html.Count > 0;

    /// <summary>Warnings about the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>The site's own files to which the text refers; each once, in ordinal order.</summary>
    public IReadOnlyList<SourcePath> Assets { get; private set; } = [];

    /// <summary>The links that may lead to other pages of the site.</summary>
    public IReadOnlyList<TextLink> Links { get; private set; } = [];

    /// <summary>The names of its parts, to which links on other pages may lead; each once, in ordinal order.</summary>
    public IReadOnlyList<string> Anchors => Markup.Links.Anchors.In(_parts);

    /// <summary>
    /// The first paragraph that is not only pictures or films, as plain text; empty if there is none.
    /// </summary>
    /// <param name="locale">The language of the text.</param>
    public string FirstParagraph(Locale locale) =>
        _document.OfType<ParagraphBlock>().FirstOrDefault(p => !FigureParagraph.IsFigures(p)) is { } first
            ? PlainText.Of(first.Inline, locale)
            : "";

    /// <summary>The paragraphs, headings and cells in their order, as plain text.</summary>
    /// <param name="locale">The language of the text.</param>
    public IEnumerable<string> Paragraphs(Locale locale) =>
        _document.Descendants<LeafBlock>().Select(b => PlainText.Of(b.Inline, locale)).Where(t => t.Length > 0);

    /// <summary>Parses a text.</summary>
    /// <param name="markdown">With <c>\n</c> line ends.</param>
    /// <param name="source">The source of the text, at which relative references start.</param>
    /// <param name="firstLine">The line number in the file on which the text begins.</param>
    /// <param name="lines">
    /// For each line of the text, its line in the file, counted from the first; <c>null</c> if the lines are the same.
    /// </param>
    /// <returns>The text, or the refusal of a text that would take too long to parse or render.</returns>
    public static (MarkdownText? Text, Diagnostic? Refusal) Read(
        string markdown, SourcePath source, int firstLine, IReadOnlyList<int>? lines = null)
    {
        int LineOf(int line) => firstLine + (lines is null ? line : lines[Math.Clamp(line, 0, lines.Count - 1)]);
        var foreign = ForeignMarks.Mend(markdown);
        markdown = foreign.Markdown;
        if (MarkdownDialect.HasTooManyDefinitions(markdown))
        {
            return (null, DiagnosticCatalog.TooManyDefinitions(MarkdownDialect.MostDefinitions));
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
            var document = MarkdownDialect.Parse(markdown);
            if (SpacedAddress.Mend(document, markdown) is { } respaced)
            {
                document = MarkdownDialect.Parse(markdown = respaced);
            }

            MailAddresses.Link(document, markdown);
            var unused = Footnotes.TakeUnused(document).Take(MostFootnoteDiagnostics).Select(
                f => DiagnosticCatalog.FootnoteUnused(LineOf(f.Line), f.Label));
            var missing = Footnotes.Missing(markdown).Take(MostFootnoteDiagnostics).Select(
                f => DiagnosticCatalog.FootnoteMissing(LineOf(f.Line), f.Label));
            var text = new MarkdownText(document, source);
            (int Line, string Marks)?[] marks =
                [foreign.LeftOver, ShownMarks.First(markdown), UnfinishedTags.EscapeIn(text._parts.Html)];
            var hidden = HiddenHtml.DiagnosticsOn(text._parts.Html, LineOf);
            UnclosedElements.Close(text._parts.Html);
            if (text.RefusalOfHtml is { } refusal)
            {
                return (null, refusal);
            }

            if (HiddenHtml.ShownComment(markdown, () => text.Render(null)) is { } shown)
            {
                return (null, DiagnosticCatalog.CommentShown(LineOf(shown)));
            }

            Headings.CorrectLines(text._parts.Headings, markdown);
            Headings.PutInOrder(text._parts.Headings);
            Headings.Name(text._parts.Headings);
            Tables.AlignByClass(text._parts.Tables);
            Tables.MakeFocusable(text._parts.Tables);
            Tables.UnescapeBarsInCode(text._parts.Tables);
            var nowhere = Markup.Links.Anchors.Resolve(text._parts).Take(MostAnchorDiagnostics).Select(
                a => DiagnosticCatalog.AnchorMissing(LineOf(a.Line), a.Url));
            var links = LinkResolution.Of(text._parts, source, LineOf);
            text._siteLinks = links.SiteLinks;
            var html = text._clean = text.HasHtml ? HtmlAllowList.Clean(text.Render(null), source, null) : null;
            text.Assets = html is null ? links.Assets : [.. links.Assets.Union(html.Assets).Order()];
            var htmlLines = new HtmlLines(text._parts.Html, LineOf);
            text.Links = html is null ? links.Links : [.. links.Links, .. htmlLines.LinksIn(html, links.Links)];
            text.Diagnostics =
            [
                .. links.Diagnostics,
                .. nowhere,
                .. unused,
                .. missing,
                .. hidden,
                .. marks.OfType<(int Line, string Marks)>().OrderBy(m => m.Line).Take(1).Select(
                    m => DiagnosticCatalog.MarksShown(LineOf(m.Line), m.Marks)),
                .. text.DiagnosticsOnAddresses(LineOf),
                .. html is null ? [] : htmlLines.DiagnosticsOn(html, links.PictureHosts),
            ];
            return (text, null);
        }
        catch (DensityGuard.DenseException dense)
        {
            return (null, DiagnosticCatalog.TooDense(LineOf(dense.Line), dense.Most));
        }
        catch (NestingException)
        {
            return (null, DiagnosticCatalog.TooDeep());
        }
    }

    /// <summary>Renders the text as sanitised HTML.</summary>
    /// <param name="page">
    /// The absolute URL of the text's page, to make all addresses absolute, as feeds need them; else <c>null</c>.
    /// </param>
    /// <param name="locale">
    /// The language of the text: of its quotation marks, and of the words that no editor wrote; <c>null</c>: Swedish.
    /// </param>
    public string ToHtml(Uri? page = null, Locale? locale = null) =>
        _clean is null ? Render(page, locale)
            : page is null && (locale is null || locale == Locale.Swedish) ? _clean.Html
            : HtmlAllowList.Clean(Render(page, locale), _source, page).Html;

    /// <summary>
    /// The refusal of HTML that is nested too deep or takes too long to sanitise: a text that cannot be rendered must
    /// be refused when it is validated.
    /// </summary>
    /// <remarks>
    /// Each level of Markdown becomes at most a few nested elements, so most texts need not be rendered to know.
    /// </remarks>
    private Diagnostic? RefusalOfHtml
    {
        get
        {
            if (!HasHtml && _parts.Levels <= SurelyRendered)
            {
                return null;
            }

            if (_parts.Levels > MarkdownDialect.MostLevels)
            {
                return DiagnosticCatalog.TooDeep();
            }

            var html = Render(null);
            return HtmlAllowList.IsTooDeep(html) ? DiagnosticCatalog.TooDeep()
                : HasHtml && HtmlAllowList.HasTooManyElements(html)
                    ? DiagnosticCatalog.TooManyElements(HtmlAllowList.MostElements)
                : null;
        }
    }

    private string Render(Uri? page, Locale? locale = null)
    {
        locale ??= Locale.Swedish;
        string html;
        lock (_rendering) // The renderer takes addresses from the document: each rendering sets them all, for itself.
        {
            if (_locale != locale)
            {
                LocaleWords.Put(_document, locale);
                _locale = locale;
            }

            foreach (var (link, url) in _siteLinks)
            {
                link.Url = page is null ? url : new Uri(page, url).AbsoluteUri;
            }

            html = MarkdownDialect.ToHtml(_document, locale);
        }

        // The renderer itself writes the addresses of footnotes.
        return page is null ? html : html.Replace("href=\"#", $"href=\"{page.AbsoluteUri}#", StringComparison.Ordinal);
    }

    private IEnumerable<Diagnostic> DiagnosticsOnAddresses(Func<int, int> lineOf) =>
        AddressParser.FirstLeftAsText(_document) is { } line
            ? [DiagnosticCatalog.TooManyAddresses(lineOf(line), AddressParser.MostInAParagraph)]
            : [];
}
