using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Markup.Foreign;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// A table pasted from Word or a spreadsheet: lines that have the same number of tabs between their words, or after
/// them, where the last cells are empty. The first line is the head, whose first cell may be empty.
/// </summary>
internal static partial class TabbedTable
{
    /// <summary>The line after the table that begins on a line; the line itself if none does.</summary>
    public static int End(string[] lines, int begin)
    {
        var columns = Columns(lines[begin]);
        var end = begin + 1;
        while (columns > 1 && end < lines.Length && IsRow(lines[end], columns))
        {
            end++;
        }

        return end > begin + 1 ? end : begin;
    }

    /// <summary>The line as a row of a Markdown table.</summary>
    public static string Row(string line) => BarTable.Row(line.TrimEnd().Split('\t'));

    /// <summary>The line below the head.</summary>
    public static string Rule(string line) => BarTable.DelimiterRow(Columns(line));

    /// <summary>The number of the columns of a head; 0 if the line is none.</summary>
    private static int Columns(string line) => line is ['\t', var second, ..] && !char.IsWhiteSpace(second)
        ? CellsIn(line) is > 2 and var cells ? cells : 0
        : IsInTable(line) ? CellsIn(line) : 0;

    private static bool IsRow(string line, int columns) =>
        IsInTable(line) && CellsIn(line) <= columns && columns <= 1 + line.AsSpan().Count('\t');

    private static int CellsIn(string line) => 1 + line.AsSpan().TrimEnd().Count('\t');

    /// <summary>
    /// <c>false</c> for a line that is indented, an item of a list, or written in Markdown: also if it ends in a hard
    /// line break.
    /// </summary>
    private static bool IsInTable(string line) =>
        line.Length > 0 && !char.IsWhiteSpace(line[0]) && line.Contains('\t', StringComparison.Ordinal)
            && !Marker().IsMatch(line)
            && (line.Length - line.AsSpan().TrimEnd('\\').Length) % 2 == 0;

    [GeneratedRegex(@"^(?:[-*+•·▪◦–>|#`~<]|\w{1,3}[.)]\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
