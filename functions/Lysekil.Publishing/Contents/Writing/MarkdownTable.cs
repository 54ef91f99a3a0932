using System.Text;
using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Writing;

/// <summary>Writes tables (GFM 0.29, section 4.10).</summary>
public static partial class MarkdownTable
{
    /// <summary>Writes a table whose first row is its heading.</summary>
    /// <param name="rows">At least one; the cells are Markdown of one line.</param>
    public static string Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = rows.Max(r => r.Count);
        var table = new StringBuilder();
        for (var i = 0; i < rows.Count; i++)
        {
            table.Append(i == 0 ? "|" : "\n|");
            foreach (var text in rows[i])
            {
                table.Append(' ').Append(text).Append(text.Length > 0 ? " |" : "|");
            }

            if (i == 0)
            {
                // Cells beyond those of the heading would be dropped.
                table.Insert(table.Length, " |", columns - rows[0].Count);
                table.Append("\n|").Insert(table.Length, " --- |", columns);
            }
        }

        return table.ToString();
    }

    /// <summary>Blocks of Markdown in one line: a cell holds no blocks.</summary>
    public static string Cell(IEnumerable<string> blocks) => string.Join("<br>", blocks.Select(InOneLine));

    private static string InOneLine(string block) => block.Contains("\n- ", StringComparison.Ordinal)
        || block.StartsWith("- ", StringComparison.Ordinal)
        ? string.Join("<br>", block.Split('\n').Select(l => InOneCell(Item().Replace(l, "• "))))
        : InOneCell(BlockMark().Replace(block, ""));

    private static string InOneCell(string text) =>
        text.Replace("\\\n", "<br>", StringComparison.Ordinal).Replace('\n', ' ').Trim();

    /// <summary>The mark of a heading or a quotation, and no number sign of a word.</summary>
    [GeneratedRegex(@"^ *(?:#{1,6} +|(?:> ?)+)")]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"^ *- +")]
    private static partial Regex Item();
}
