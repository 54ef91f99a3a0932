using Lysekil.Publishing.Contents.Markup.Document;
using Markdig.Helpers;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>
/// Shows tags as they are written whose end, or whose closing quotation mark, is missing: to a browser all that follows
/// would belong to such a tag, up to the next mark (HTML, section 13.2.5.36), and no reader would see it.
/// </summary>
internal static class UnfinishedTags
{
    private const int MostShown = 60;

    /// <summary>Escapes the beginning of each such tag in blocks of HTML.</summary>
    /// <returns>The first of them, with what stands behind it, and its line, from 0.</returns>
    public static (int Line, string Marks)? Escape(IReadOnlyList<MarkdownObject> html)
    {
        (int, string)? first = null;
        foreach (var part in html)
        {
            if (part is not HtmlBlock block
                || block.Type is not (HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock))
            {
                continue;
            }

            var text = DocumentParts.TextOf(block);
            for (var at = 0; Next(text, at) is { } tag; at = tag + 1)
            {
                var line = text[tag..].Split('\n')[0];
                first ??= (block.Line + text.AsSpan(0, tag).Count('\n'), line[..Math.Min(line.Length, MostShown)]);
                text = string.Concat(text.AsSpan(0, tag), "&lt;", text.AsSpan(tag + 1));
                block.Lines = new StringLineGroup(text);
            }
        }

        return first;
    }

    /// <summary>Where the next tag begins that has no end; <c>null</c> if there is none.</summary>
    private static int? Next(string text, int from)
    {
        for (int at; (at = text.IndexOf('<', from)) >= 0;)
        {
            if (text.AsSpan(at).StartsWith("<!--"))
            {
                from = text.IndexOf("-->", at, StringComparison.Ordinal) is >= 0 and var close ? close : text.Length;
            }
            else if (at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/'))
            {
                if (End(text, at + 1) is not { } end)
                {
                    return at;
                }

                from = end;
            }
            else
            {
                from = at + 1;
            }
        }

        return null;
    }

    /// <summary>
    /// Where a tag ends; <c>null</c> if it does not, or if a value with the end of a tag is closed within a word.
    /// </summary>
    private static int? End(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '>')
            {
                return at + 1;
            }

            if (text[at] is '"' or '\'' && text.AsSpan(from, at - from).TrimEnd() is [.., '='])
            {
                var close = text.IndexOf(text[at], at + 1);
                if (close < 0)
                {
                    return null;
                }

                var hasTagEnd = text.AsSpan(at, close - at).Contains('>');
                if (hasTagEnd && close + 1 < text.Length && char.IsLetterOrDigit(text[close + 1]))
                {
                    return null;
                }

                at = close;
            }
        }

        return null;
    }
}
