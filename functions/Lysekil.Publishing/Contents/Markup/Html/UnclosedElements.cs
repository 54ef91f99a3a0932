using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Markup.Document;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>
/// Closes elements whose end tag is missing and to which all that follows would belong, although their content is not
/// shown: <c>&lt;iframe src="…" /&gt;</c> takes the rest of a page (HTML, section 13.2.5). Here an element ends with
/// the block, or the tag, of Markdown in which it begins.
/// </summary>
internal static partial class UnclosedElements
{
    public static void Close(IReadOnlyList<MarkdownObject> html)
    {
        for (var i = 0; i < html.Count; i++)
        {
            if (html[i] is HtmlBlock block && OpenIn(DocumentParts.TextOf(block)) is { } left)
            {
                block.Lines.Add(new StringSlice($"</{left}>"));
            }
            else if (html[i] is HtmlInline inline
                && OpenIn(inline.Tag) is { } name
                && !IsClosedLater(html, i + 1, inline.Parent, name))
            {
                inline.Tag += $"</{name}>";
            }
        }
    }

    /// <summary>Whether the same line of text has the end tag.</summary>
    private static bool IsClosedLater(
        IReadOnlyList<MarkdownObject> html, int from, ContainerInline? parent, string name)
    {
        for (var i = from; i < html.Count && html[i] is HtmlInline inline && inline.Parent == parent; i++)
        {
            if (inline.Tag.StartsWith($"</{name}", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The element that is still open at the end of some HTML; <c>null</c> if none is.</summary>
    private static string? OpenIn(string html)
    {
        string? open = null;
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            var isEnd = tag.Groups["end"].Length > 0;
            open = open is null ? (isEnd ? null : name)
                : isEnd && name.Equals(open, StringComparison.OrdinalIgnoreCase) ? null
                : open;
        }

        return open;
    }

    [GeneratedRegex(
        @"<(?<end>/?)(?<name>script|style|template|noscript|iframe|object|noembed|noframes|textarea|select|datalist|xmp"
        + @"|plaintext)\b[^>]*>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
