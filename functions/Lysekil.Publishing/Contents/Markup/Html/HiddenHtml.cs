using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup.Document;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>
/// Finds what HTML hides without an element: a comment that does not end, to which the rest of the page belongs, and
/// sections and instructions of XML. Finds comments that are not hidden, too.
/// </summary>
internal static class HiddenHtml
{
    private const string Comment = "<!--";
    private const int MostDiagnostics = 5;

    /// <summary>
    /// The line, from 0, of a comment that readers see, since it begins within a line and does not end in the same
    /// paragraph (CommonMark 0.31, section 6.6); <c>null</c> if there is none.
    /// </summary>
    /// <param name="markdown">The text.</param>
    /// <param name="render">Renders it; in code, its dashes stay two.</param>
    public static int? ShownComment(string markdown, Func<string> render)
    {
        if (!markdown.Contains(Comment, StringComparison.Ordinal)
            || render() is var html && !html.Contains("&lt;!–", StringComparison.Ordinal)
                && !html.Contains("&lt;!—", StringComparison.Ordinal))
        {
            return null;
        }

        var line = Array.FindIndex(markdown.Split('\n'), IsAfterWords);
        return line < 0 ? null : line;
    }

    /// <summary>What is told of the first of them.</summary>
    /// <param name="html">The HTML of the text.</param>
    /// <param name="lineOf">Gives the line of the file for a line of the text, from 0.</param>
    public static IReadOnlyList<Diagnostic> DiagnosticsOn(IReadOnlyList<MarkdownObject> html, Func<int, int> lineOf) =>
    [
        .. In(html).Take(MostDiagnostics).Select(h => h.Begin == Comment
            ? DiagnosticCatalog.CommentUnclosed(lineOf(h.Line))
            : DiagnosticCatalog.XmlHidden(lineOf(h.Line), h.Begin, h.End)),
    ];

    /// <returns>The marks with which each begins and should end, and its line, from 0.</returns>
    private static IEnumerable<(int Line, string Begin, string End)> In(IReadOnlyList<MarkdownObject> html)
    {
        foreach (var part in html)
        {
            var text = DocumentParts.TextOf(part).AsSpan().TrimStart();
            if (text.StartsWith(Comment) && !text.Contains("-->", StringComparison.Ordinal))
            {
                yield return (part.Line, Comment, "-->");
            }
            else if (text.StartsWith("<![CDATA["))
            {
                yield return (part.Line, "<![CDATA[", "]]>");
            }
            else if (text.StartsWith("<?"))
            {
                yield return (part.Line, "<?", "?>");
            }
        }
    }

    /// <summary>Whether a comment begins behind words, and not behind a tag, whose content may be no text.</summary>
    private static bool IsAfterWords(string line)
    {
        for (int from = 0, at; (at = line.IndexOf(Comment, from, StringComparison.Ordinal)) >= 0;)
        {
            if (line.AsSpan(0, at).TrimEnd() is [.., not ('<' or '>')] && line[at - 1] != '\\')
            {
                return true;
            }

            from = at + Comment.Length;
        }

        return false;
    }
}
