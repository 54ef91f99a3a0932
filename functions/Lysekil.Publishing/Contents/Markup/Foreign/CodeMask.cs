using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>
/// A text whose code and comments are blanked out: what looks like a mark there is none. An approximation of where
/// CommonMark (0.31, sections 4.4, 4.5 and 6.1) finds code, in one pass.
/// </summary>
internal static class CodeMask
{
    /// <summary>Stands for each character of code; no text that is read has it.</summary>
    public const char Blank = '\0';

    private const int CodeIndent = 4;

    public static string Of(string text)
    {
        var mask = text.ToCharArray();
        var (paragraph, fence, isAfterBlank, isInList) = (0, "", true, false);
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = Newline.After(text, start);
            var line = text.AsSpan(start, end - start);
            var content = line.TrimStart("> \t");
            if (fence.Length > 0)
            {
                BlankOut(mask.AsSpan(start, line.Length));
                fence = IsEndOf(fence, content) ? "" : fence;
                paragraph = end;
            }
            else if (FenceIn(content) is { } opened)
            {
                BlankSpans(text, paragraph, start, mask);
                BlankOut(mask.AsSpan(start, line.Length));
                (fence, paragraph) = (opened, end);
            }
            else if (line.IsWhiteSpace())
            {
                BlankSpans(text, paragraph, start, mask);
                (paragraph, isAfterBlank) = (end, true);
            }
            else if (isAfterBlank && !isInList && IndentOf(line) >= CodeIndent)
            {
                BlankOut(mask.AsSpan(start, line.Length));
                paragraph = end;
            }
            else
            {
                isInList = IsListItem(content) || (isInList && (!isAfterBlank || IndentOf(line) > 0));
                isAfterBlank = false;
            }
        }

        BlankSpans(text, paragraph, text.Length, mask);
        BlankBetween(text, "<!--", "-->", mask);
        BlankBetween(text, "<pre", "</pre>", mask);
        BlankBetween(text, "<code", "</code>", mask);
        return new string(mask);
    }

    /// <summary>The fence that begins a line; <c>null</c> if none does.</summary>
    public static string? FenceIn(ReadOnlySpan<char> line)
    {
        if (line.Length < 3 || line[0] is not ('`' or '~'))
        {
            return null;
        }

        var rest = line.TrimStart(line[0]);
        return line.Length - rest.Length >= 3 && (line[0] == '~' || !rest.Contains('`'))
            ? line[..^rest.Length].ToString()
            : null;
    }

    /// <summary>Whether a line ends the code that a fence begins.</summary>
    public static bool IsEndOf(string fence, ReadOnlySpan<char> line) =>
        line.StartsWith(fence) && line.Trim(fence[0]).IsWhiteSpace();

    private static int IndentOf(ReadOnlySpan<char> line)
    {
        var indent = 0;
        foreach (var c in line)
        {
            if (c is not (' ' or '\t'))
            {
                break;
            }

            indent += c == '\t' ? CodeIndent : 1;
        }

        return indent;
    }

    private static bool IsListItem(ReadOnlySpan<char> line)
    {
        var marker = line.TrimStart("0123456789");
        return line.Length > 1 && (marker.Length == line.Length
            ? line[0] is '-' or '*' or '+' && line[1] is ' ' or '\t'
            : marker.Length > 0 && marker[0] is '.' or ')');
    }

    /// <summary>Blanks out the code spans of a paragraph: from a run of backticks to the next of its length.</summary>
    private static void BlankSpans(string text, int begin, int end, char[] mask)
    {
        var ticks = text.AsSpan(begin, end - begin);
        if (!ticks.Contains('`'))
        {
            return;
        }

        var runs = new List<(int Start, int Length)>();
        for (int at = 0, next; (next = ticks[at..].IndexOf('`')) >= 0;)
        {
            var start = at + next;
            var length = ticks[start..].Length - ticks[start..].TrimStart('`').Length;
            var isEscaped = start > 0 && ticks[start - 1] == '\\';
            at = start + length;
            if (!isEscaped || length > 1)
            {
                runs.Add(isEscaped ? (start + 1, length - 1) : (start, length));
            }
        }

        var following = new Dictionary<int, int>();
        var closings = new int[runs.Count];
        for (var i = runs.Count - 1; i >= 0; i--)
        {
            closings[i] = following.GetValueOrDefault(runs[i].Length, -1);
            following[runs[i].Length] = i;
        }

        for (var i = 0; i < runs.Count; i++)
        {
            if (closings[i] is >= 0 and var closing)
            {
                var (start, stop) = (begin + runs[i].Start, begin + runs[closing].Start + runs[closing].Length);
                BlankOut(mask.AsSpan(start, stop - start));
                i = closing;
            }
        }
    }

    private static void BlankBetween(string text, string opening, string closing, char[] mask)
    {
        const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
        for (int at = 0, end; (at = text.IndexOf(opening, at, IgnoreCase)) >= 0; at = end)
        {
            end = text.IndexOf(closing, at + opening.Length, IgnoreCase);
            if (end < 0)
            {
                return;
            }

            BlankOut(mask.AsSpan(at, end - at));
        }
    }

    private static void BlankOut(Span<char> code)
    {
        foreach (ref var c in code)
        {
            c = c == '\n' ? c : Blank;
        }
    }
}
