using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Markup.Foreign;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Turns plain text, as editors write or paste it, into the Markdown that means the same: lists with "•", tables with
/// tabs, one line per paragraph, subheadings on lines of their own.
/// </summary>
public static partial class PastedText
{
    private const int LongestSubheading = 70;

    /// <summary>A text with a line of this length is not wrapped by hand: each of its lines is a paragraph.</summary>
    private const int UnwrappedLine = 120;

    /// <summary>A quick test: the marks by which most of what is written as Markdown can be told.</summary>
    private static readonly SearchValues<string> UsualMarks = SearchValues.Create(
        ["\n## ", "\n### ", "\n- ", "\n* ", "\n> "], StringComparison.Ordinal);

    /// <param name="body">The text after title and front matter, with <c>\n</c> line ends.</param>
    /// <returns>
    /// The Markdown, and for each of its lines the number of the body's line, from 0; the body itself and <c>null</c>
    /// if nothing had to be changed.
    /// </returns>
    public static (string Markdown, IReadOnlyList<int>? Lines) ToMarkdown(string body)
    {
        var hasBullets = body.Contains('•', StringComparison.Ordinal);
        var hasTabs = body.Contains('\t', StringComparison.Ordinal);
        var isPlain = !body.AsSpan().ContainsAny(UsualMarks) && !MarkdownMark().IsMatch(body);
        if (!hasBullets && !hasTabs && !isPlain)
        {
            return (body, null);
        }

        var lines = body.Split('\n');
        var isUnwrapped = isPlain && lines.Any(l => l.Length >= UnwrappedLine);
        var lastText = Array.FindLastIndex(lines, l => l.Trim().Length > 0);
        var mended = new StringBuilder(body.Length + 64);
        var origins = new List<int>(lines.Length);
        var last = Line.Blank;
        var lastSubheading = "";
        var fence = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].Trim();
            var isFenced = fence.Length > 0;
            fence = !isFenced ? CodeMask.FenceIn(text) ?? "" : CodeMask.IsEndOf(fence, text) ? "" : fence;
            if (hasTabs && !isFenced && TabbedTable.End(lines, i) is var end && end > i)
            {
                AppendTable(mended, origins, lines, (i, end));
                (i, last, lastSubheading) = (end - 1, Line.Table, "");
                continue;
            }

            var line = isFenced ? Line.Code
                : text.Length == 0 ? Line.Blank
                : (hasBullets || isPlain) && Bullet().IsMatch(text) ? Line.Bullet
                : isPlain && i < lastText && IsSubheading(lines, i) ? Line.Subheading
                : isPlain && text.StartsWith("![", StringComparison.Ordinal) ? Line.Picture
                : Line.Text;

            if (line == Line.Text && isPlain && text == lastSubheading && last is Line.Blank)
            {
                continue; // The old site gave each subheading twice: once as a heading, once as its anchor.
            }

            if (StartsParagraph(last, line, isUnwrapped))
            {
                mended.Append('\n');
                origins.Add(i);
            }

            mended.Append(line switch
            {
                Line.Bullet => Bullet().Replace(text, "- "),
                Line.Subheading => "## " + text,
                _ => lines[i],
            }).Append('\n');
            origins.Add(i);
            lastSubheading = line == Line.Subheading ? text : line == Line.Blank ? lastSubheading : "";
            last = line;
        }

        return (mended.ToString(0, mended.Length - 1), origins);
    }

    private enum Line
    {
        Blank,
        Text,
        Picture,
        Bullet,
        Subheading,
        Table,
        Code,
    }

    private static void AppendTable(
        StringBuilder mended, List<int> origins, string[] lines, (int Begin, int End) table)
    {
        mended.Append('\n').Append(TabbedTable.Row(lines[table.Begin])).Append('\n');
        mended.Append(TabbedTable.Rule(lines[table.Begin])).Append('\n');
        origins.AddRange([table.Begin, table.Begin, table.Begin]);
        for (var i = table.Begin + 1; i < table.End; i++)
        {
            mended.Append(TabbedTable.Row(lines[i])).Append('\n');
            origins.Add(i);
        }
    }

    private static bool StartsParagraph(Line last, Line line, bool isUnwrapped) => (last, line) switch
    {
        (Line.Blank, _) or (_, Line.Blank) => false,
        (Line.Table, _) => true,
        (_, Line.Code) => false,
        (Line.Bullet, Line.Bullet) => false,
        (Line.Bullet, _) or (_, Line.Bullet) => true,
        (Line.Picture, Line.Picture) => false, // A gallery.
        _ => isUnwrapped,
    };

    private static bool IsSubheading(string[] lines, int i)
    {
        var text = lines[i].Trim();
        return text.Length is > 2 and <= LongestSubheading
            && char.IsUpper(text[0])
            && (char.IsLetterOrDigit(text[^1]) || text[^1] == '?')
            && i > 0 && lines[i - 1].Trim().Length == 0
            && lines[i + 1].Trim().Length == 0
            && !LabelledLine.Is(text)
            && !text.AsSpan().ContainsAny('@', '[', '|')
            && !text.Contains("://", StringComparison.Ordinal)
            && !text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// What only text written as Markdown has: a heading, a list, a quote, a table, code, HTML, a footnote or a hard
    /// line break. A link or bold words stand in plain text, too.
    /// </summary>
    [GeneratedRegex(
        @"^(#{1,6} |[-*+] |\d+\. |> |\||```|===|---|<!--|</?(article|aside|blockquote|center|details|div|dl|figure"
        + @"|h[1-6]|hr|iframe|main|ol|p|pre|script|section|style|table|ul|video)[ >/])|\]:|\[\^|(^|[^\\])(\\\\)*\\$",
        RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownMark();

    [GeneratedRegex(@"^[•·▪◦]\s*")]
    private static partial Regex Bullet();
}
