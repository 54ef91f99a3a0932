using Lysekil.Publishing.Contents.Markup.Document;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>Finds the line of a text on which its HTML has what the sanitiser found.</summary>
/// <param name="parts">The blocks and inlines of the text that are HTML, in document order; not empty.</param>
internal sealed class HtmlLines(IReadOnlyList<MarkdownObject> parts)
{
    /// <summary>The line, from 0, of the first occurrence; the first line with HTML if there is none.</summary>
    public int Of(string written)
    {
        foreach (var part in parts)
        {
            var text = DocumentParts.TextOf(part);
            if (text.IndexOf(written, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                return part.Line + text.AsSpan(0, at).Count('\n');
            }
        }

        return parts[0].Line;
    }

    /// <summary>The line, from 0, of an element or an attribute.</summary>
    public int Of(HtmlRemoval removal) =>
        Of(removal.Attribute is { } attribute ? attribute + "=" : "<" + removal.Element);

    /// <summary>
    /// The line, from 0, of an address, which the allow-list may have resolved: its last part stays.
    /// </summary>
    public int OfAddress(string url) => Of(Uri.UnescapeDataString(url[(url.LastIndexOf('/') + 1)..]));
}
