using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Markup.Dialect;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Which lines of words can be a title: no picture, table or film, no mark of another program, no line with a label,
/// and no line longer than a title.
/// </summary>
internal static partial class TitleRule
{
    /// <summary>
    /// Whether the line is words and nothing else, so that it can be a title whatever else the text has.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        return text.Length is > 0 and <= Manuscript.MostTitleCharacters
            && (char.IsLetter(text[0]) || text[0] is '"' or '”' or '»' or '’' or '–')
            && !text.Contains('|')
            && !IsAddress(text)
            && !LabelledLine.Is(text);
    }

    /// <summary>Whether the line of a paragraph, or an underlined one, can be a title.</summary>
    public static bool Allows(string line) =>
        line.Length is > 0 and <= Manuscript.MostTitleCharacters
        && !line.StartsWith('|')
        && !IsAddress(line)
        && !Mark().IsMatch(line)
        && !LabelledLine.Is(line)
        && ArticleDate.Parse(line, TimeZoneInfo.Utc) is null
        && !FigureParagraph.IsFigures(line);

    /// <summary>Whether a line within a text reads as a title, and not as a sentence.</summary>
    public static bool IsShort(string line) => line[^1] is not ('.' or ':' or ',' or ';' or '…');

    private static bool IsAddress(ReadOnlySpan<char> line) =>
        (line.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("<http", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        && line.IndexOfAny(' ', '\t') < 0;

    /// <summary>A picture, or a mark of another program that stands for something else than words.</summary>
    [GeneratedRegex(
        @"^(?:\[?!\[|\{[{%].*[}%]\}$|:::|\+[-=]|\[(?:caption|gallery|embed|toc)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
