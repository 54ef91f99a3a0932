using System.Text;
using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Mends text that was written or pasted as plain text, so that Markdown understands it as its writer did: lists with
/// "•", one line a paragraph, subheadings that are lines of their own.
/// </summary>
public static partial class PastedText
{
    private const int LongestSubheading = 70;

    /// <summary>Nobody wraps lines by hand at this length: in a text that has one, each line is a paragraph.</summary>
    private const int UnwrappedLine = 120;

    /// <param name="body">What follows title and front matter, with <c>\n</c> line ends.</param>
    /// <returns>
    /// The same text where nothing had to be mended; else also which of the body's lines, from 0, each of its lines was.
    /// </returns>
    public static (string Markdown, IReadOnlyList<int>? Lines) ToMarkdown(string body)
    {
        var hasBullets = body.Contains('•', StringComparison.Ordinal);
        var isPlain = !MarkdownMark().IsMatch(body);
        if (!hasBullets && !isPlain)
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
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].Trim();
            var line = text.Length == 0 ? Line.Blank
                : Bullet().IsMatch(text) ? Line.Bullet
                : isPlain && i < lastText && IsSubheading(lines, i) ? Line.Subheading
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
        Bullet,
        Subheading,
    }

    private static bool StartsParagraph(Line last, Line line, bool isUnwrapped) => (last, line) switch
    {
        (Line.Blank, _) or (_, Line.Blank) => false,
        (Line.Bullet, Line.Bullet) => false,
        (Line.Bullet, _) or (_, Line.Bullet) => true,
        _ => isUnwrapped,
    };

    private static bool IsSubheading(string[] lines, int i)
    {
        var text = lines[i].Trim();
        return text.Length is > 2 and <= LongestSubheading
            && char.IsUpper(text[0])
            && (char.IsLetterOrDigit(text[^1]) || text[^1] == '?')
            && i > 0 && lines[i - 1].Trim().Length == 0
            && lines[i + 1].Trim().Length == 0;
    }

    /// <summary>A sign that the writer knows Markdown: a heading, a list, a quote, a table, code, emphasis or a link.</summary>
    [GeneratedRegex(@"^(#{1,6} |[-*+] |\d+\. |> |\||```|===|---)|\*\*|__|\]\(|\]:|\[\^|<[a-zA-Z/]", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownMark();

    [GeneratedRegex(@"^[•·▪◦]\s*")]
    private static partial Regex Bullet();
}
