using System.Globalization;

namespace Lysekil.Publishing.Contents.Values;

/// <summary>
/// Text from files, names and other programs as a terminal or a log may get it. A control character could move the
/// cursor, change colours or begin a line that looks like the program's own; a bidirectional one could show a name in
/// another order.
/// </summary>
public static class PrintableText
{
    /// <summary>The text with each such character replaced by its code point, such as <c>&lt;U+001B&gt;</c>.</summary>
    public static string Of(string text) => text.Any(IsUnprintable) ? string.Concat(text.Select(Shown)) : text;

    /// <summary>The same of a text whose ends of lines are its own, such as a stack trace.</summary>
    public static string OfLines(string text) => string.Join('\n', Newline.Unify(text).Split('\n').Select(Of));

    private static string Shown(char c) =>
        IsUnprintable(c) ? FormattableString.Invariant($"<U+{(int)c:X4}>") : c.ToString();

    private static bool IsUnprintable(char c) =>
        char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || IsBidirectional(c);

    /// <summary>The characters with the property Bidi_Control (Unicode Standard Annex 9, section 2).</summary>
    private static bool IsBidirectional(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
