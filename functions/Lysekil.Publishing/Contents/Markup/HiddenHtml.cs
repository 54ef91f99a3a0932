using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// Finds what HTML hides without an element: a comment that does not end, to which the rest of the page belongs, and
/// sections and instructions of XML.
/// </summary>
internal static class HiddenHtml
{
    public const string Comment = "<!--";

    /// <returns>The marks with which each begins and should end, and its line, from 0.</returns>
    public static IEnumerable<(int Line, string Begin, string End)> In(IReadOnlyList<MarkdownObject> html)
    {
        foreach (var part in html)
        {
            var text = HtmlLines.TextOf(part).AsSpan().TrimStart();
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
}
