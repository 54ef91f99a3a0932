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
/// <param name="Settings">The settings.</param>
/// <param name="Mistaken">
/// A warning or refusal about settings that cannot be read, or in a form that is not read.
/// </param>
/// <param name="FirstLine">The number of the line after the front matter.</param>
/// <param name="Heading">Markdown of one line, taken out of the text; <c>null</c> if the text has no heading.</param>
/// <param name="OpeningDate">The date with which the text opens, as on the old site; taken out of the text.</param>
/// <param name="LaterDate">
/// A warning that a date opens the text and stays there, since the file is older than the date.
/// </param>
/// <param name="Text">The remaining text, as Markdown.</param>
/// <param name="TextLine">The line number in the file on which the text begins.</param>
/// <param name="Lines">
/// For each line of the text, its line in the file, counted from <c>TextLine</c>; <c>null</c> if the lines are the
/// same.
/// </param>
/// <param name="Remarks">Warnings about the form of the file, as about where its heading is.</param>
internal sealed record ManuscriptParts(
    SourcePath Path,
    WrittenSettings Settings,
    Diagnostic? Mistaken,
    int FirstLine,
    string? Heading,
    DateOnly? OpeningDate,
    Diagnostic? LaterDate,
    string Text,
    int TextLine,
    IReadOnlyList<int>? Lines,
    IReadOnlyList<Diagnostic> Remarks)
{
    /// <summary>Splits a file into its parts.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="latest">
    /// The latest date that can open an article: the day of the file's creation, or the article's date as it was found
    /// then. Both give the same parts: an opening date becomes the article's date, and where it is too late, the
    /// article has the date of the file's creation.
    /// </param>
    /// <returns>The parts, or the refusal that tells why the file cannot be decoded.</returns>
    public static (ManuscriptParts? Parts, Diagnostic? Refusal) Of(
        SourcePath path, ReadOnlySpan<byte> bytes, DateOnly latest)
    {
        var (file, undecodable) = SourceText.Decode(bytes);
        if (file is null)
        {
            return (null, undecodable);
        }

        var (unwrapped, fenced) = MarkdownFence.Unwrap(file);
        var (frontMatter, rest, firstLine, unreadable) = FrontMatter.Split(unwrapped);
        var settings = WrittenSettings.Of(frontMatter);
        var (heading, body, bodyLine, misplaced) = Articles.Heading.Split(rest, firstLine, settings.Title, path);
        var opening = path.Kind == SourceKind.Article && !settings.HasDate
            && Articles.OpeningDate.In(body) is { } found && !ManuscriptAddress.IsDated(path)
                ? found
                : null;
        var laterDate = opening is { Day: var day, Lines: var blank } && day > latest
            ? DiagnosticCatalog.OpeningDateLater(bodyLine + blank, day)
            : null;
        opening = laterDate is null ? opening : null;
        var (markdown, lines) = PastedText.ToMarkdown(opening?.Rest ?? body);
        return (
            new(
                path,
                settings,
                unreadable ?? MistakenFrontMatter.In(rest, firstLine),
                firstLine,
                heading,
                opening?.Day,
                laterDate,
                markdown,
                bodyLine + (opening?.Lines ?? 0),
                lines,
                [.. new[] { fenced, misplaced }.OfType<Diagnostic>()]),
            null);
    }

    /// <summary>Parses the text.</summary>
    /// <returns>The text, or the refusal that tells why it cannot be parsed.</returns>
    public (MarkdownText? Text, Diagnostic? Refusal) ReadText()
    {
        PublishingMeter.Parsed();
        return MarkdownText.Read(Text, Path, TextLine, Lines);
    }
}
