namespace Lysekil.Publishing.Contents.Markup.Limits;

/// <summary>
/// Limits the number of cells in a text's tables. Each row is filled up to the widest: a row of a thousand columns and
/// a hundred thousand rows of one column would give a hundred million cells in half a megabyte.
/// </summary>
internal static class TableSize
{
    public const int MostCells = 50_000;

    /// <summary>The line, from 0, on which the table begins that exceeds the limit; <c>null</c> if none does.</summary>
    /// <remarks>Counts all lines with bars, also those that are no table.</remarks>
    public static int? FirstTooLarge(string markdown)
    {
        if (!markdown.Contains('|', StringComparison.Ordinal))
        {
            return null;
        }

        var (line, begin, rows, widest, before) = (0, 0, 0L, 0L, 0L);
        foreach (var text in markdown.AsSpan().EnumerateLines())
        {
            if (text.IsWhiteSpace())
            {
                before += rows * widest;
                (begin, rows, widest) = (line + 1, 0, 0);
            }
            else
            {
                rows++;
                widest = Math.Max(widest, text.Count('|'));
            }

            if (before + (rows * widest) > MostCells)
            {
                return begin;
            }

            line++;
        }

        return null;
    }
}
