using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Reads a file that is one fence of Markdown, as chat assistants answer, as what is inside the fence.
/// </summary>
internal static class MarkdownFence
{
    /// <summary>Replaces the lines of the fence by empty lines, so that the others keep their numbers.</summary>
    /// <returns>The text, and the warning if it was within a fence.</returns>
    public static (string Text, Diagnostic? Diagnostic) Unwrap(string file)
    {
        var start = file.AsSpan().IndexOfAnyExcept(" \t\n\uFEFF\u200B");
        if (start < 0 || file[start] is not ('`' or '~'))
        {
            return (file, null);
        }

        var opening = file.AsSpan(start, Newline.After(file, start) - start).TrimEnd();
        var info = opening.TrimStart(opening[0]);
        var fence = opening[..^info.Length].ToString();
        if (fence.Length < 3
            || !(info.Trim().Equals("markdown", StringComparison.OrdinalIgnoreCase)
                || info.Trim().Equals("md", StringComparison.OrdinalIgnoreCase)))
        {
            return (file, null);
        }

        var body = start + opening.Length;
        var trimmed = file.AsSpan(0, file.AsSpan().TrimEnd().Length);
        var last = Math.Max(body, trimmed.LastIndexOf('\n') + 1);
        if (IsClosing(trimmed[last..], fence))
        {
            return (Blanked(last), DiagnosticCatalog.FenceAroundText(1 + file.AsSpan(0, start).Count('\n')));
        }

        // Without an end, the whole file is within the fence (CommonMark 0.31, section 4.5).
        foreach (var line in file.AsSpan(body).EnumerateLines())
        {
            if (IsClosing(line, fence))
            {
                return (file, null);
            }
        }

        return (Blanked(file.Length), DiagnosticCatalog.FenceAroundText(1 + file.AsSpan(0, start).Count('\n')));

        string Blanked(int end) => string.Concat(
            new string('\n', file.AsSpan(0, start).Count('\n')),
            file.AsSpan(body, end - body),
            new string('\n', file.AsSpan(end).Count('\n')));
    }

    private static bool IsClosing(ReadOnlySpan<char> line, string fence)
    {
        var text = line.Trim();
        return text.Length >= fence.Length && text.TrimStart(fence[0]).IsEmpty;
    }
}
