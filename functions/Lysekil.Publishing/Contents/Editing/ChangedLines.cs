namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Replaces those lines of a text that differ from another text, and keeps the ends of the others.</summary>
internal static class ChangedLines
{
    /// <param name="old">The lines as they are, with their ends.</param>
    /// <param name="changed">The lines as they should be, which end in <c>\n</c>.</param>
    /// <param name="lineEnd">The end of a line that is new.</param>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<string> old, IReadOnlyList<string> changed, string lineEnd)
    {
        var most = Math.Min(old.Count, changed.Count);
        var (start, end) = (0, 0);
        while (start < most && AreSame(old[start], changed[start]))
        {
            start++;
        }

        while (end < most - start && AreSame(old[^(end + 1)], changed[^(end + 1)]))
        {
            end++;
        }

        var between = changed.Skip(start).Take(changed.Count - start - end)
            .Select(l => l.EndsWith('\n') ? l[..^1] + lineEnd : l);
        return [.. old.Take(start), .. between, .. old.Skip(old.Count - end)];
    }

    /// <summary>Whether the lines differ at most in the characters that end them.</summary>
    private static bool AreSame(string old, string changed)
    {
        var (one, other) = (FileText.Content(old), FileText.Content(changed));
        return one == other && (one.Length < old.Length) == (other.Length < changed.Length);
    }
}
