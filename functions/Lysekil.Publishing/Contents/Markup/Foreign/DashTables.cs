using System.Buffers;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>
/// Makes tables with bars of those whose columns are drawn with dashes, as pandoc writes tables of Word (its "simple
/// tables"). The columns are where the dashes are.
/// </summary>
internal static class DashTables
{
    private const string Dashes = "-- ";
    private const int ShortestColumn = 2;

    private static readonly SearchValues<char> Drawn = SearchValues.Create("- ");

    /// <summary>A quick test: most texts have no line of dashes with spaces between them.</summary>
    public static bool MayBeIn(string markdown)
    {
        for (var at = 0; (at = markdown.IndexOf(Dashes, at, StringComparison.Ordinal)) >= 0; at++)
        {
            var start = markdown.LastIndexOf('\n', at) + 1;
            var end = Newline.After(markdown, at);
            if (IsRule(markdown.AsSpan(start, end - start)))
            {
                return true;
            }

            at = end - 1;
        }

        return false;
    }

    public static void Mend(MaskedText text) => text.ReplaceLines((lines, masks) =>
    {
        for (var i = 1; i < lines.Length - 1; i++)
        {
            if (IsRule(masks[i]) && ColumnsOf(lines[i]) is { Count: > 1 } columns)
            {
                i = MendTable(lines, masks, i, columns);
            }
        }
    });

    /// <summary>Mends a table if each of its lines has the columns that its rule has.</summary>
    /// <returns>The last line of the table, or the rule of one that is none.</returns>
    private static int MendTable(string[] lines, string[] masks, int rule, List<int> columns)
    {
        var end = rule + 1;
        while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]) && !IsRule(masks[end]))
        {
            end++;
        }

        var isSeparated = rule < 2 || string.IsNullOrWhiteSpace(lines[rule - 2]);
        if (!isSeparated
            || end == rule + 1
            || lines[rule - 1].Length <= columns[1]
            || !Enumerable.Range(rule - 1, end - rule + 1).All(i => i == rule || Fits(lines[i], columns)))
        {
            return rule;
        }

        for (var i = rule - 1; i < end; i++)
        {
            lines[i] = masks[i] = i == rule ? BarTable.DelimiterRow(columns.Count) : Row(lines[i], columns);
        }

        if (end < lines.Length && IsRule(masks[end]))
        {
            lines[end] = masks[end] = "";
        }

        return end - 1;
    }

    /// <summary>Whether no word of a line reaches from one column into the next.</summary>
    private static bool Fits(string line, List<int> columns) =>
        columns.Skip(1).All(c => c >= line.Length || line[c - 1] == ' ')
            && !line.Contains('\t', StringComparison.Ordinal);

    private static string Row(string line, List<int> columns) => BarTable.Row(columns.Select((start, i) =>
    {
        var (from, to) = (
            i == 0 ? 0 : Math.Min(start, line.Length),
            i + 1 < columns.Count ? Math.Min(columns[i + 1], line.Length) : line.Length);
        return line[from..to];
    }));

    /// <summary>Where the columns begin.</summary>
    private static List<int> ColumnsOf(string rule)
    {
        var columns = new List<int>();
        for (var i = 0; i < rule.Length; i++)
        {
            if (rule[i] == '-' && (i == 0 || rule[i - 1] == ' '))
            {
                columns.Add(i);
            }
        }

        return columns;
    }

    /// <summary>Whether the line has nothing but several groups of dashes; single dashes draw a line.</summary>
    private static bool IsRule(ReadOnlySpan<char> line)
    {
        var text = line.Trim(' ');
        if (text.IsEmpty || text.ContainsAnyExcept(Drawn) || !text.Contains(' '))
        {
            return false;
        }

        foreach (var group in text.Split(' '))
        {
            var length = group.End.Value - group.Start.Value;
            if (length is > 0 and < ShortestColumn)
            {
                return false;
            }
        }

        return true;
    }
}
