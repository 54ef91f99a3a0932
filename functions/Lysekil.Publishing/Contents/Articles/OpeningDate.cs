using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The date with which a text opens, as on the old site: "2019-10-05 Under onsdagskvällen hade …". It is the
/// article's date, and leaves the text, where it stands apart from what follows: alone on its line, before two spaces
/// or a tab, or before a full sentence. In "2026-12-15 klockan 18 samlas fullmäktige" it belongs to the sentence.
/// </summary>
/// <param name="Day">The date.</param>
/// <param name="Rest">The text without it.</param>
/// <param name="Lines">The number of empty lines before it, which leave the text, too.</param>
internal sealed partial record OpeningDate(DateOnly Day, string Rest, int Lines)
{
    private const string SentenceEnds = ".!?…";
    private const string Closing = " \t\u00A0\"”’'»)*_";
    private const string Opening = "\"”“’'»«(*_[";

    /// <summary>The date that opens the text, if it stands apart; else <c>null</c>.</summary>
    public static OpeningDate? In(string text)
    {
        var begin = text.Length - text.AsSpan().TrimStart().Length;
        if (begin == text.Length || !char.IsAsciiDigit(text[begin])
            || Date().Match(text, begin) is not { Success: true } match
            || ArticleDate.Parse(match.Groups["date"].Value, TimeZoneInfo.Utc) is not { } date)
        {
            return null;
        }

        var rest = text[(match.Index + match.Length)..];
        return rest is "" or ['\n', ..] || match.Groups["wide"].Success || BeginsSentence(rest)
            ? new OpeningDate(DateOnly.FromDateTime(date.DateTime), rest, text.AsSpan(0, begin).Count('\n'))
            : null;
    }

    /// <summary>Whether the line, or the paragraph, is a sentence from its first letter to its last sign.</summary>
    private static bool BeginsSentence(ReadOnlySpan<char> rest)
    {
        if (rest.TrimStart(Opening) is not [var first, ..] || !char.IsUpper(first))
        {
            return false;
        }

        var paragraph = rest.IndexOf("\n\n") is >= 0 and var end ? rest[..end] : rest;
        var line = paragraph.IndexOf('\n') is >= 0 and var lineEnd ? paragraph[..lineEnd] : paragraph;
        return EndsSentence(line) || EndsSentence(paragraph.TrimEnd());
    }

    private static bool EndsSentence(ReadOnlySpan<char> text) =>
        text.TrimEnd(Closing) is [.., var last] && SentenceEnds.Contains(last);

    [GeneratedRegex(
        @"\G(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
            + @"(?:[.,:–-]*(?<wide>[ \u00A0]*\t[ \t\u00A0]*|[ \u00A0]{2,})|[ \u00A0_.,:–-]*)")]
    private static partial Regex Date();
}
