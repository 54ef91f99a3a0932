namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>Writes the lines of a table with bars, of cells that are plain text (GFM 0.29, section 4.10).</summary>
internal static class BarTable
{
    public static string Row(IEnumerable<string> cells) =>
        $"| {string.Join(" | ", cells.Select(c => c.Trim().Replace("|", @"\|", StringComparison.Ordinal)))} |";

    /// <summary>The row that separates the head of the table from the others.</summary>
    public static string DelimiterRow(int columns) => "|" + string.Concat(Enumerable.Repeat("---|", columns));
}
