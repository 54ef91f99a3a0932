using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup.Document;
using Lysekil.Publishing.Contents.Markup.Links;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>Tells what the sanitiser found, at the lines of the text on which its HTML has it.</summary>
/// <param name="parts">The blocks and inlines of the text that are HTML, in document order.</param>
/// <param name="lineOf">Gives the file's line for a line of the document.</param>
internal sealed class HtmlLines(IReadOnlyList<MarkdownObject> parts, Func<int, int> lineOf)
{
    /// <summary>
    /// The most warnings each about what was removed, about addresses that were removed, about pictures without a
    /// description, and about pictures of other hosts.
    /// </summary>
    private const int MostDiagnostics = 5;

    /// <param name="html">The HTML.</param>
    /// <param name="known">The hosts of the Markdown's pictures, which are in the HTML, too.</param>
    public IEnumerable<Diagnostic> DiagnosticsOn(CleanHtml html, IReadOnlySet<string> known) =>
    [
        .. html.Removals.Take(MostDiagnostics).Select(DiagnosticOn),
        .. html.Dropped.Take(MostDiagnostics).Select(d => DroppedAddress.Tell(LineOfAddress(d.Url), d.Url, d.IsImage)),
        .. html.Nameless.Take(MostDiagnostics).Select(url => DiagnosticCatalog.AltMissing(LineOfAddress(url), url)),
        .. html.Elsewhere.Where(e => !known.Contains(e.Key)).Take(MostDiagnostics).Select(
            e => DiagnosticCatalog.PictureElsewhere(LineOfAddress(e.Value), e.Value, e.Key)),
    ];

    /// <summary>The links that are in HTML alone.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="known">The links of the Markdown, which are in the HTML, too.</param>
    public IEnumerable<TextLink> LinksIn(CleanHtml html, IEnumerable<TextLink> known) =>
        html.Links.Except(known.Select(l => l.Url)).Select(url => new TextLink(url, LineOf(url)));

    private Diagnostic DiagnosticOn(HtmlRemoval removal) => removal switch
    {
        { Attribute: { } attribute } =>
            DiagnosticCatalog.HtmlAttributeDropped(LineOf(attribute + "="), removal.Element, attribute),
        { WithContent: true } => DiagnosticCatalog.HtmlDropped(LineOf("<" + removal.Element), removal.Element),
        _ => DiagnosticCatalog.HtmlUnwrapped(LineOf("<" + removal.Element), removal.Element),
    };

    /// <summary>The line of an address, which the allow-list may have resolved: its last part stays.</summary>
    private int LineOfAddress(string url) => LineOf(Uri.UnescapeDataString(url[(url.LastIndexOf('/') + 1)..]));

    /// <summary>The line of the first occurrence; the first line with HTML if there is none.</summary>
    private int LineOf(string written)
    {
        foreach (var part in parts)
        {
            var text = DocumentParts.TextOf(part);
            if (text.IndexOf(written, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                return lineOf(part.Line + text.AsSpan(0, at).Count('\n'));
            }
        }

        return lineOf(parts[0].Line);
    }
}
