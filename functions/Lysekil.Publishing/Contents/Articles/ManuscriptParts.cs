using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The parts of an editor's file: its settings, its heading, the date that opens it, and the remaining text.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="FrontMatter">The settings.</param>
/// <param name="Mistaken">
/// A warning or refusal about settings in a form that is not read, such as another system's.
/// </param>
/// <param name="FirstLine">The number of the line after the front matter.</param>
/// <param name="Heading">Markdown of one line, taken out of the text; <c>null</c> if the text has no heading.</param>
/// <param name="OpeningDate">The date with which the text opens, as on the old site; taken out of the text.</param>
/// <param name="Text">The remaining text, as Markdown.</param>
/// <param name="TextLine">The line number in the file on which the text begins.</param>
/// <param name="Lines">
/// For each line of the text, its line in the file, counted from <c>TextLine</c>; <c>null</c> if the lines are the
/// same.
/// </param>
/// <param name="Remarks">Warnings about the form of the file, as about where its heading is.</param>
internal sealed record ManuscriptParts(
    SourcePath Path,
    FrontMatter FrontMatter,
    Diagnostic? Mistaken,
    int FirstLine,
    string? Heading,
    DateTimeOffset? OpeningDate,
    string Text,
    int TextLine,
    IReadOnlyList<int>? Lines,
    IReadOnlyList<Diagnostic> Remarks)
{
    /// <summary>Splits a file into its parts.</summary>
    /// <returns>The parts, or the refusal that tells why the file cannot be read.</returns>
    public static (ManuscriptParts? Parts, Diagnostic? Refusal) Of(
        SourcePath path, ReadOnlySpan<byte> bytes, TimeZoneInfo zone)
    {
        var (file, undecodable) = SourceText.Decode(bytes);
        if (file is null)
        {
            return (null, undecodable);
        }

        var (unwrapped, fenced) = MarkdownFence.Unwrap(file);
        var (frontMatter, rest, firstLine, unreadable) = FrontMatter.Split(unwrapped);
        if (unreadable is not null)
        {
            return (null, unreadable);
        }

        var (heading, body, bodyLine, misplaced) = Articles.Heading.Split(
            rest, firstLine, ManuscriptSettings.TitleIn(frontMatter), path);
        var (openingDate, undated, datedLines) = path.Kind == SourceKind.Article
            ? SplitDate(body, zone)
            : (null, body, 0);
        var (markdown, lines) = PastedText.ToMarkdown(undated);
        var mistaken = MistakenFrontMatter.In(rest, firstLine);
        var line = bodyLine + datedLines;
        List<Diagnostic> remarks = [.. new[] { fenced, misplaced }.OfType<Diagnostic>()];
        return (
            new(path, frontMatter, mistaken, firstLine, heading, openingDate, markdown, line, lines, remarks), null);
    }

    /// <summary>Parses the text.</summary>
    /// <returns>The text, or the refusal that tells why it cannot be parsed.</returns>
    public (MarkdownText? Text, Diagnostic? Refusal) ReadText()
    {
        PublishingMeter.Parsed();
        return MarkdownText.Read(Text, Path, TextLine, Lines);
    }

    private static (DateTimeOffset? Date, string Body, int Lines) SplitDate(string body, TimeZoneInfo zone)
    {
        var begin = body.Length - body.AsSpan().TrimStart().Length;
        var end = body.IndexOf('\n', begin) is >= 0 and var newline ? newline : body.Length;
        return ArticleDate.ParseStart(body[begin..end], zone) is { } start
            ? (start.Date, start.Text + body[end..], body.AsSpan(0, begin).Count('\n'))
            : (null, body, 0);
    }
}
