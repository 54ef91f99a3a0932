using System.Text;
using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>A text in which marks are replaced, but not in its code.</summary>
internal sealed class MaskedText(string text)
{
    private string _mask = CodeMask.Of(text);

    public string Text { get; private set; } = text;

    /// <summary>Replaces each mark.</summary>
    /// <param name="mark">The pattern of the mark, which must not take quadratic time.</param>
    /// <param name="replacement">What stands in its place; <c>null</c> to leave it.</param>
    public void Replace(Regex mark, Func<Match, string?> replacement)
    {
        var (text, mask, done) = (new StringBuilder(), new StringBuilder(), 0);
        for (var match = mark.Match(_mask); match.Success; match = match.NextMatch())
        {
            if (replacement(match) is { } replaced)
            {
                text.Append(Text, done, match.Index - done).Append(replaced);
                mask.Append(_mask, done, match.Index - done).Append(replaced);
                done = match.Index + match.Length;
            }
        }

        if (done > 0)
        {
            Text = text.Append(Text, done, Text.Length - done).ToString();
            _mask = mask.Append(_mask, done, _mask.Length - done).ToString();
        }
    }

    /// <summary>Replaces the lines; their number stays.</summary>
    public void ReplaceLines(Action<string[], string[]> replace)
    {
        var (lines, masks) = (Text.Split('\n'), _mask.Split('\n'));
        replace(lines, masks);
        (Text, _mask) = (string.Join('\n', lines), string.Join('\n', masks));
    }

    /// <summary>The text, which may hold code, that a part of a mark stands for.</summary>
    public string Of(Group part) => Text.Substring(part.Index, part.Length);

    /// <summary>The first of the marks and its line, from 0; <c>null</c> if there is none.</summary>
    public (int Line, string Marks)? First(Regex marks) =>
        marks.Match(_mask) is { Success: true } match
            ? (_mask.AsSpan(0, match.Index).Count('\n'), Of(match).Trim())
            : null;
}
