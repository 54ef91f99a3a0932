using Lysekil.Publishing.Markup;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Articles;

/// <summary>An editor's file taken apart: what it says of itself, its own heading, the date that opens it, and the text that is left.</summary>
internal sealed record ManuscriptParts
{
    private readonly SourcePath _path;
    private readonly int _textLine;
    private readonly IReadOnlyList<int>? _lines;

    private ManuscriptParts(SourcePath path, string text, int textLine, IReadOnlyList<int>? lines) =>
        (_path, Text, _textLine, _lines) = (path, text, textLine, lines);

    public required FrontMatter FrontMatter { get; init; }

    /// <summary>What looks like front matter and is none.</summary>
    public required Remark? Warning { get; init; }

    /// <summary>The number of the line after the front matter.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Markdown of one line, not in the text any more; <c>null</c> where the text has none of its own.</summary>
    public required string? Heading { get; init; }

    /// <summary>The old site opened each article with its date; not in the text any more.</summary>
    public required DateTimeOffset? OpeningDate { get; init; }

    /// <summary>What is left, as Markdown.</summary>
    public string Text { get; }

    /// <returns>The parts, or why the file has none.</returns>
    public static (ManuscriptParts? Parts, Remark? Refusal) Of(SourcePath path, ReadOnlySpan<byte> bytes, TimeZoneInfo zone)
    {
        var (file, undecodable) = SourceText.Decode(bytes);
        if (file is null)
        {
            return (null, undecodable);
        }

        var (frontMatter, rest, firstLine, remark) = FrontMatter.Split(file);
        if (remark is { Severity: RemarkSeverity.Refusal })
        {
            return (null, remark);
        }

        var (heading, body, bodyLine) = Articles.Heading.Split(rest, firstLine, ManuscriptSettings.TitleIn(frontMatter));
        var (openingDate, undated, datedLines) = path.Kind == SourceKind.Article ? SplitDate(body, zone) : (null, body, 0);
        var (markdown, lines) = PastedText.ToMarkdown(undated);
        return (
            new ManuscriptParts(path, markdown, bodyLine + datedLines, lines)
            {
                FrontMatter = frontMatter,
                Warning = remark,
                FirstLine = firstLine,
                Heading = heading,
                OpeningDate = openingDate,
            },
            null);
    }

    /// <returns>The text, or why it cannot be read.</returns>
    public (MarkdownText? Text, Remark? Refusal) ReadText() => MarkdownText.Read(Text, _path, _textLine, _lines);

    private static (DateTimeOffset? Date, string Body, int Lines) SplitDate(string body, TimeZoneInfo zone)
    {
        var begin = body.Length - body.AsSpan().TrimStart().Length;
        var end = body.IndexOf('\n', begin) is >= 0 and var newline ? newline : body.Length;
        return ArticleDate.ParseStart(body[begin..end], zone) is { } start
            ? (start.Date, start.Text + body[end..], body.AsSpan(0, begin).Count('\n'))
            : (null, body, 0);
    }
}
