using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>Finds a text's own heading and takes it out, since the page shows it above the text.</summary>
internal static partial class Heading
{
    /// <summary>The heading (Markdown of one line, or none), the text without it, and the line where that begins.</summary>
    /// <param name="text">What follows the front matter.</param>
    /// <param name="firstLine">The number of its first line.</param>
    /// <param name="title">The title that the front matter gives: only a heading that repeats it is taken out.</param>
    public static (string? Heading, string Body, int BodyLine) Split(string text, int firstLine, string? title)
    {
        var start = text.Length - text.AsSpan().TrimStart("\n \t").Length;
        start = text.LastIndexOf('\n', Math.Max(0, start - 1)) is >= 0 and var newline && newline < start ? newline + 1 : start;
        var opening = Opening().Match(text, start);
        if (title is not null)
        {
            return opening.Groups["heading"] is { Success: true } repeated && repeated.Value.Trim() == title
                ? Cut(text, opening, repeated.Value, firstLine)
                : (null, text, firstLine);
        }

        if (opening.Groups["heading"] is { Success: true } first)
        {
            return Cut(text, opening, first.Value, firstLine);
        }

        if (FirstLevel().Match(text) is { Success: true } later)
        {
            // Its line stays, empty: what stood around it is not one paragraph, and the file's lines keep their numbers.
            return (later.Groups["heading"].Value.Trim(), text.Remove(later.Index, later.Length).Insert(later.Index, "\n"), firstLine);
        }

        return Cut(text, opening, opening.Groups["line"].Value, firstLine);
    }

    private static (string Heading, string Body, int BodyLine) Cut(string text, Match opening, string heading, int firstLine)
    {
        var end = opening.Index + opening.Length;
        return (heading.Trim(), text[end..], firstLine + text.AsSpan(0, end).Count('\n'));
    }

    /// <summary>A heading in either of Markdown's forms (CommonMark 0.31, sections 4.2 and 4.3), or else any line.</summary>
    [GeneratedRegex(@"\G(?: {0,3}#{1,6}[ \t]+(?<heading>[^\n]+?)(?:[ \t]+#+)?[ \t]*(?:\n|$)|(?<heading>[^\n]+)\n {0,3}(?:=+|--+)[ \t]*(?:\n|$)|(?<line>[^\n]*)(?:\n|$))")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^# +(?<heading>[^\n]+?)(?:[ \t]+#+)?[ \t]*(?:\n|\z)", RegexOptions.Multiline)]
    private static partial Regex FirstLevel();
}
