using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup.Dialect;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>A text's own heading, taken out of the text, since the page shows it as its title.</summary>
/// <param name="Markdown">One line; <c>null</c> if the text has no heading.</param>
/// <param name="Body">The rest of the text.</param>
/// <param name="BodyLine">The line number in the file on which the rest begins.</param>
/// <param name="Diagnostic">
/// The warning about a title that does not stand where a title does, or that has more than words.
/// </param>
internal sealed partial record Heading(string? Markdown, string Body, int BodyLine, Diagnostic? Diagnostic = null)
{
    /// <summary>Splits a text into its heading and the rest.</summary>
    /// <param name="text">The text after the front matter.</param>
    /// <param name="firstLine">The line number in the file on which the text begins.</param>
    /// <param name="title">
    /// The title in the front matter, if any; then only a heading that repeats it is taken out.
    /// </param>
    /// <param name="path">The file, whose name is the title of a text without a line that can be.</param>
    public static Heading Split(string text, int firstLine, string? title, SourcePath path)
    {
        var heading = Find(text, firstLine, title, path);
        if (title is not null || heading is not { Markdown: { } words, Diagnostic: null } || !HasLink(words))
        {
            return heading;
        }

        var line = firstLine + text.AsSpan(0, Math.Max(0, text.IndexOf(words, StringComparison.Ordinal))).Count('\n');
        return heading with { Diagnostic = DiagnosticCatalog.TitleLink(line) };
    }

    private static Heading Find(string text, int firstLine, string? title, SourcePath path)
    {
        var start = text.Length - text.AsSpan().TrimStart("\n \t").Length;
        start = text.LastIndexOf('\n', Math.Max(0, start - 1)) is >= 0 and var newline && newline < start
            ? newline + 1
            : start;
        var opening = Opening().Match(text, start);
        if (title is not null)
        {
            return opening.Groups["heading"] is { Success: true } repeated && repeated.Value.Trim() == title
                ? Cut(text, opening, repeated.Value, firstLine)
                : new Heading(null, text, firstLine);
        }

        // A heading of words, or a line of words in a text without another heading, is the title as it stands.
        if (opening.Groups["heading"] is { Success: true } first && TitleRule.IsPlain(first.ValueSpan))
        {
            return Cut(text, opening, first.Value, firstLine);
        }

        return opening.Groups["line"] is { Success: true } line
            && TitleRule.IsPlain(line.ValueSpan)
            && !text.Contains("\n# ", StringComparison.Ordinal)
            && !TableEnd.IsDelimiterRow(LineAt(text, opening.Index + opening.Length))
                ? Cut(text, opening, line.Value, firstLine)
                : InBlocks(text, firstLine, opening, path);
    }

    /// <summary>Finds the heading among the blocks of a text: what is code, HTML or a comment has none.</summary>
    private static Heading InBlocks(string text, int firstLine, Match opening, SourcePath path)
    {
        var found = TitleLine.In(text);
        if (found is null)
        {
            // The text is refused when it is parsed, or has no words.
            return opening.Groups["heading"] is { Success: true } heading
                ? Cut(text, opening, heading.Value, firstLine)
                : new Heading(null, text, firstLine);
        }

        if (found.Lines == 0)
        {
            return NameAsTitle(path) is { } name
                ? new Heading(name, text, firstLine, DiagnosticCatalog.TitleFromName(firstLine + found.Line, name))
                : new Heading(null, text, firstLine);
        }

        // Empty lines replace the heading: they separate the paragraphs around it, and keep the line numbers.
        var begin = After(text, 0, found.Line);
        var end = After(text, begin, found.Lines);
        if (string.IsNullOrWhiteSpace(text[..begin]))
        {
            return new Heading(found.Markdown, text[end..], firstLine + text.AsSpan(0, end).Count('\n'));
        }

        return new Heading(
            found.Markdown,
            string.Concat(text.AsSpan(0, begin), new string('\n', found.Lines), text.AsSpan(end)),
            firstLine,
            found.IsTaken ? DiagnosticCatalog.TitleTaken(firstLine + found.Line, found.Markdown) : null);
    }

    /// <summary>The words of the file's name, without its date; <c>null</c> if it has no letter.</summary>
    private static string? NameAsTitle(SourcePath path)
    {
        var name = ManuscriptAddress.UndatedNameOf(path);
        var words = OneLine.Of(name.Contains(' ', StringComparison.Ordinal) ? name : name.Replace('-', ' '))
            .Replace('_', ' ');
        return words.Any(char.IsLetter) ? char.ToUpperInvariant(words[0]) + words[1..] : null;
    }

    private static Heading Cut(string text, Match opening, string heading, int firstLine)
    {
        var end = opening.Index + opening.Length;
        return new Heading(heading.Trim(), text[end..], firstLine + text.AsSpan(0, end).Count('\n'));
    }

    /// <summary>Whether a title holds a link or a picture, of which only the words are shown.</summary>
    private static bool HasLink(string markdown) =>
        markdown.Contains("](", StringComparison.Ordinal) || markdown.Contains("[[", StringComparison.Ordinal);

    /// <summary>The position after some lines.</summary>
    private static int After(string text, int start, int lines)
    {
        for (; lines > 0 && start < text.Length; lines--)
        {
            start = text.IndexOf('\n', start) is >= 0 and var newline ? newline + 1 : text.Length;
        }

        return start;
    }

    private static ReadOnlySpan<char> LineAt(string text, int start) =>
        text.AsSpan(start, Newline.After(text, start) - start);

    /// <summary>
    /// A heading in either of Markdown's forms (CommonMark 0.31, sections 4.2 and 4.3), else the first line.
    /// </summary>
    [GeneratedRegex(
        @"\G(?: {0,3}#{1,6}[ \t]+(?<heading>[^\n]+?)(?:[ \t]+#+)?[ \t]*(?:\n|$)"
        + @"|(?<heading>[^\n]+)\n {0,3}(?:=+|--+)[ \t]*(?:\n|$)"
        + @"|(?<line>[^\n]*)(?:\n|$))")]
    private static partial Regex Opening();
}
