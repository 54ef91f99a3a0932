using System.Text;

namespace Lysekil.Publishing.Contents.Writing;

/// <summary>
/// Writes emphasised text with Markdown's markers, or with HTML elements where markers would not be read as such: after
/// <c>**Obs!</c>, a marker that a letter follows does not end the emphasis (CommonMark 0.31, section 6.2).
/// </summary>
internal static class EmphasisMarkers
{
    private static readonly (SpanStyles Style, string Marker, string Element)[] Kinds =
    [
        (SpanStyles.Struck, "~~", "del"),
        (SpanStyles.Bold, "**", "strong"),
        (SpanStyles.Italic, "*", "em"),
        (SpanStyles.Raised, "^", "sup"),
        (SpanStyles.Lowered, "~", "sub"),
    ];

    /// <param name="written">What stands before.</param>
    /// <param name="text">Not empty, and without white space at its ends.</param>
    /// <param name="style">At least one style.</param>
    /// <param name="after">The character that will follow.</param>
    public static void Append(StringBuilder written, string text, SpanStyles style, char after)
    {
        if (style.HasFlag(SpanStyles.Code))
        {
            AppendCode(written, text);
            return;
        }

        var kinds = Array.FindAll(Kinds, k => style.HasFlag(k.Style));
        var before = written.Length == 0 ? ' ' : written[^1];
        var marked = CanMark(kinds, text, before, after);
        foreach (var (_, marker, element) in kinds)
        {
            written.Append(marked ? marker : $"<{element}>");
        }

        written.Append(MarkdownEscape.Text(text));
        for (var i = kinds.Length - 1; i >= 0; i--)
        {
            written.Append(marked ? kinds[i].Marker : $"</{kinds[i].Element}>");
        }
    }

    private static bool CanMark(
        (SpanStyles Style, string Marker, string Element)[] kinds, string text, char before, char after)
    {
        var isOneMarker = kinds.Length == 1
            || Array.TrueForAll(kinds, k => k.Style is SpanStyles.Bold or SpanStyles.Italic);
        return isOneMarker
            && before is not ('*' or '~' or '^')
            && (!IsMark(text[0]) || IsMark(before) || char.IsWhiteSpace(before))
            && (!IsMark(text[^1]) || IsMark(after) || char.IsWhiteSpace(after));
    }

    private static bool IsMark(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    /// <summary>Code is written between as many backticks as it needs (CommonMark 0.31, section 6.1).</summary>
    private static void AppendCode(StringBuilder written, string text)
    {
        var (run, longest) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        var space = fence.Length > 1 ? " " : "";
        written.Append(fence).Append(space).Append(text).Append(space).Append(fence);
    }
}
