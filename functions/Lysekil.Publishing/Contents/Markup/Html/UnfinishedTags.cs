using System.Text;
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
    private const string Escape = "&lt;";
    private const int MostShown = 60;

    /// <summary>
    /// The limit of tags that are looked for: behind them every mark is escaped, as if it began a tag.
    /// </summary>
    private const int MostTags = 100;

    /// <summary>Escapes the beginning of each such tag in blocks of HTML.</summary>
    /// <returns>The first of them, with what stands behind it, and its line, from 0.</returns>
    public static (int Line, string Marks)? EscapeIn(IReadOnlyList<MarkdownObject> html)
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
            var tags = TagsIn(text).ToList();
            if (tags.Count == 0)
            {
                continue;
            }

            first ??= (block.Line + text.AsSpan(0, tags[0]).Count('\n'), Beginning(text.AsSpan(tags[0])));
            block.Lines = new StringLineGroup(Escaped(text, tags));
        }

        return first;
    }

    private static IEnumerable<int> TagsIn(string text)
    {
        for (var (at, found) = (0, 0);
            found < MostTags && Next(text, at) is { } tag;
            (at, found) = (tag + 1, found + 1))
        {
            yield return tag;
        }
    }

    private static string Escaped(string text, List<int> tags)
    {
        var (escaped, from) = (new StringBuilder(text.Length), 0);
        foreach (var tag in tags)
        {
            escaped.Append(text, from, tag - from).Append(Escape);
            from = tag + 1;
        }

        var rest = text[from..];
        return escaped.Append(tags.Count < MostTags ? rest : rest.Replace("<", Escape, StringComparison.Ordinal))
            .ToString();
    }

    /// <summary>The first characters, in one line.</summary>
    private static string Beginning(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n') is >= 0 and var newline ? newline : text.Length;
        return text[..Math.Min(end, MostShown)].ToString();
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
