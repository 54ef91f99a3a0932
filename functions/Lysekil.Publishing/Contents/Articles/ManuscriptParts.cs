using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>An editor's file taken apart: what it says of itself, its own heading, the date that opens it, and the text that is left.</summary>
/// <param name="Path">Whose file it is.</param>
/// <param name="FrontMatter">Its settings.</param>
/// <param name="Mistaken">On settings that are not read, such as another system's: a warning or a refusal.</param>
/// <param name="FirstLine">The number of the line after the front matter.</param>
/// <param name="Heading">Markdown of one line, not in the text any more; <c>null</c> where the text has none of its own.</param>
/// <param name="OpeningDate">The old site opened each article with its date; not in the text any more.</param>
/// <param name="Text">What is left, as Markdown.</param>
/// <param name="TextLine">The number of its first line in the file.</param>
/// <param name="Lines">For each line of the text, which line after the first it is in the file; <c>null</c>: the same.</param>
internal sealed record ManuscriptParts(
    SourcePath Path,
    FrontMatter FrontMatter,
    Diagnostic? Mistaken,
    int FirstLine,
    string? Heading,
    DateTimeOffset? OpeningDate,
    string Text,
    int TextLine,
    IReadOnlyList<int>? Lines)
{
    /// <returns>The parts, or why the file has none.</returns>
    public static (ManuscriptParts? Parts, Diagnostic? Refusal) Of(SourcePath path, ReadOnlySpan<byte> bytes, TimeZoneInfo zone)
    {
        var (file, undecodable) = SourceText.Decode(bytes);
        if (file is null)
        {
            return (null, undecodable);
        }

        var (frontMatter, rest, firstLine, unreadable) = FrontMatter.Split(file);
        if (unreadable is not null)
        {
            return (null, unreadable);
        }

        var (heading, body, bodyLine) = Articles.Heading.Split(rest, firstLine, ManuscriptSettings.TitleIn(frontMatter));
        var (openingDate, undated, datedLines) = path.Kind == SourceKind.Article ? SplitDate(body, zone) : (null, body, 0);
        var (markdown, lines) = PastedText.ToMarkdown(undated);
        var mistaken = MistakenFrontMatter.In(rest, firstLine);
        var line = bodyLine + datedLines;
        return (new(path, frontMatter, mistaken, firstLine, heading, openingDate, markdown, line, lines), null);
    }

    /// <returns>The text, or why it cannot be read.</returns>
    public (MarkdownText? Text, Diagnostic? Refusal) ReadText() => MarkdownText.Read(Text, Path, TextLine, Lines);

    private static (DateTimeOffset? Date, string Body, int Lines) SplitDate(string body, TimeZoneInfo zone)
    {
        var begin = body.Length - body.AsSpan().TrimStart().Length;
        var end = body.IndexOf('\n', begin) is >= 0 and var newline ? newline : body.Length;
        return ArticleDate.ParseStart(body[begin..end], zone) is { } start
            ? (start.Date, start.Text + body[end..], body.AsSpan(0, begin).Count('\n'))
            : (null, body, 0);
    }
}
