using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Markup.Foreign;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// A table pasted from Word or a spreadsheet: lines that have the same number of tabs between their words. The first
/// line is the head.
/// </summary>
internal static partial class TabbedTable
{
    /// <summary>The line after the table that begins on a line; the line itself if none does.</summary>
    public static int End(string[] lines, int begin)
    {
        var columns = Columns(lines[begin]);
        var end = begin + 1;
        while (columns > 1 && end < lines.Length && Columns(lines[end]) == columns)
        {
            end++;
        }

        return end > begin + 1 ? end : begin;
    }

    /// <summary>The line as a row of a Markdown table.</summary>
    public static string Row(string line) => BarTable.Row(line.Trim().Split('\t'));

    /// <summary>The line below the head.</summary>
    public static string Rule(string line) => BarTable.DelimiterRow(Columns(line));

    /// <summary>
    /// The number of a line's columns; 0 if it is indented, an item of a list, or written in Markdown: also if it ends
    /// in a hard line break.
    /// </summary>
    private static int Columns(string line) =>
        line.Length > 0 && !char.IsWhiteSpace(line[0]) && line.Contains('\t', StringComparison.Ordinal)
            && !Marker().IsMatch(line)
            && (line.Length - line.AsSpan().TrimEnd('\\').Length) % 2 == 0
            ? 1 + line.AsSpan().TrimEnd().Count('\t')
            : 0;

    [GeneratedRegex(@"^(?:[-*+•·▪◦–>|#`~<]|\w{1,3}[.)]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
