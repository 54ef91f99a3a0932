namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// How many cells a text's tables come to. Each row is filled up to the widest: one row of a thousand columns, and a hundred
/// thousand of one, would be a hundred million cells in half a megabyte.
/// </summary>
internal static class TableSize
{
    public const int MostCells = 50_000;

    /// <summary>The line, from 0, on which the table begins that is one too many; <c>null</c> where there is none.</summary>
    /// <remarks>What is no table but has bars counts too: nobody writes so many.</remarks>
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
