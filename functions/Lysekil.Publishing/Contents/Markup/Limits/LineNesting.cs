using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Markup.Limits;

/// <summary>
/// Finds lines that open more nested lists and quotes than any real text has. For each marker the parser looks at the
/// rest of the line, so that time grows with the square of their number.
/// </summary>
internal static class LineNesting
{
    private const int MostMarkers = 500;

    /// <summary>The first such line, from 0; <c>null</c> if there is none.</summary>
    /// <param name="markdown">With <c>\n</c> line ends. Only its long lines are examined.</param>
    public static int? FirstBeyondReason(string markdown)
    {
        var number = 0;
        for (int start = 0, end; start < markdown.Length; start = end + 1)
        {
            end = Newline.After(markdown, start);
            if (end - start > MostMarkers && Markers(markdown.AsSpan(start, end - start)) > MostMarkers)
            {
                return number;
            }

            number++;
        }

        return null;
    }

    /// <summary>
    /// The number of list and quote markers (CommonMark 0.31, sections 5.1 and 5.2) with which a line begins.
    /// </summary>
    private static int Markers(ReadOnlySpan<char> line)
    {
        for (var count = 0; ; count++)
        {
            line = line.TrimStart(" \t");
            var digits = Math.Max(0, line.IndexOfAnyExceptInRange('0', '9'));
            var isMarker = digits < line.Length && (digits == 0
                ? line[0] == '>' || (line[0] is '-' or '+' or '*' && IsBlankAt(line, 1))
                : line[digits] is '.' or ')' && IsBlankAt(line, digits + 1));
            if (!isMarker)
            {
                return count;
            }

            line = line[(digits + 1)..];
        }
    }

    private static bool IsBlankAt(ReadOnlySpan<char> line, int place) =>
        place >= line.Length || line[place] is ' ' or '\t';
}
