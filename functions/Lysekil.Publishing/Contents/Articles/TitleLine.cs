using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Markup.Foreign;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The lines of a text that are its title. A picture, a table, a list, a quotation, a film, code, a date, and a line
/// longer than a title are none.
/// </summary>
/// <param name="Markdown">The title; empty if no line can be it.</param>
/// <param name="Line">Its first line, from 0; that of the first block if no line can be the title.</param>
/// <param name="Lines">The number of its lines; 0 if no line can be it.</param>
/// <param name="IsTaken">
/// Whether the line was taken for a title since the text begins with something else: the editor is told.
/// </param>
internal sealed partial record TitleLine(string Markdown, int Line, int Lines, bool IsTaken)
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

    /// <summary>Whether the line separates the head of a table from its rows.</summary>
    public static bool IsDelimiterRow(ReadOnlySpan<char> line) =>
        line.Contains('|') && line.Contains('-') && line.IndexOfAnyExcept("|-: \t") < 0;

    /// <summary>
    /// Finds the title. <c>null</c> if the text begins with a line that is drawn, has no words, or takes too long.
    /// </summary>
    public static TitleLine? In(string text)
    {
        var mended = ForeignMarks.Mend(text).Markdown; // A comment of Obsidian has no title.
        if (MarkdownDialect.ParseBlocks(mended) is not { } document)
        {
            return null;
        }

        var lines = mended.Split('\n');
        var shown = document.Where(b => !IsHidden(b)).ToList();
        if (shown is not [var first, ..])
        {
            return null;
        }

        // Several are sections, as those of a Word document whose title is an ordinary paragraph.
        if (first is not HeadingBlock
            && shown.Where(b => b is HeadingBlock { Level: 1, IsSetext: false }).Take(2).ToList() is [var only])
        {
            return Of(only, lines, mended, isFirst: true);
        }

        if (first is ThematicBreakBlock)
        {
            return null;
        }

        var title = shown.Select(b => Of(b, lines, mended, isFirst: b == first)).FirstOrDefault(t => t is not null);
        return title ?? new TitleLine("", first.Line, 0, IsTaken: true);
    }

    /// <summary>The words of the file's name, without its date; <c>null</c> if it has no letter.</summary>
    public static string? FromName(SourcePath path)
    {
        var segments = path.Value.Split('/');
        var name = Path.GetFileNameWithoutExtension(segments[^1]);
        name = name.Equals("index", StringComparison.OrdinalIgnoreCase) && segments.Length > 2 ? segments[^2] : name;
        name = ArticleDate.ParseStart(name, TimeZoneInfo.Utc) is { Text.Length: > 0 } dated ? dated.Text : name;
        var words = OneLine.Of(name.Contains(' ', StringComparison.Ordinal) ? name : name.Replace('-', ' '))
            .Replace('_', ' ');
        return words.Any(char.IsLetter) ? char.ToUpperInvariant(words[0]) + words[1..] : null;
    }

    private static bool IsHidden(Block block) =>
        block is LinkReferenceDefinitionGroup or HtmlBlock { Type: HtmlBlockType.Comment };

    /// <param name="block">A block of the document itself.</param>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="isFirst">Whether the text begins with the block, or the block is beyond doubt a title.</param>
    /// <remarks>Markdig gives an underlined heading the line of what underlines it.</remarks>
    private static TitleLine? Of(Block block, string[] lines, string text, bool isFirst)
    {
        var newlines = text
            .AsSpan(block.Span.Start, Math.Max(0, Math.Min(block.Span.Length, text.Length - block.Span.Start)))
            .TrimEnd('\n')
            .Count('\n');
        var begin = Math.Max(0, block.Line - (block is HeadingBlock { IsSetext: true } ? newlines : 0));
        var count = 1 + Math.Min(newlines, lines.Length - 1 - begin);
        var line = lines[begin].Trim();
        return block switch
        {
            HeadingBlock { IsSetext: true } when CanBe(line) =>
                Title(string.Join(' ', lines[begin..(begin + count - 1)]), count),
            HeadingBlock { IsSetext: false } => Title(Atx().Match(line).Groups["heading"].Value, 1),
            HtmlBlock when count == 1 && HtmlHeading().Match(line) is { Success: true } heading =>
                Title(heading.Groups["heading"].Value, 1),
            // A year or a day, and no list, which begins with 1.
            ListBlock { IsOrdered: true, Count: 1 } when isFirst && count == 1 && line[..2] is not ("1." or "1)") =>
                Title(line, 1),
            ParagraphBlock when CanBe(line) && !(count > 1 && IsDelimiterRow(lines[begin + 1]))
                && (isFirst || (count == 1 && IsShort(line))) => Title(line, 1),
            _ => null,
        };

        TitleLine? Title(string markdown, int lineCount) =>
            markdown.Any(char.IsLetterOrDigit)
                ? new TitleLine(markdown.Trim(), begin, lineCount, IsTaken: !isFirst)
                : null;
    }

    private static bool CanBe(string line) =>
        line.Length is > 0 and <= Manuscript.MostTitleCharacters
        && !line.StartsWith('|')
        && !IsAddress(line)
        && !Mark().IsMatch(line)
        && !LabelledLine.Is(line)
        && ArticleDate.Parse(line, TimeZoneInfo.Utc) is null
        && !FigureParagraph.IsFigures(line);

    /// <summary>Whether a line within a text reads as a title, and not as a sentence.</summary>
    private static bool IsShort(string line) => line[^1] is not ('.' or ':' or ',' or ';' or '…');

    private static bool IsAddress(ReadOnlySpan<char> line) =>
        (line.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("<http", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        && line.IndexOfAny(' ', '\t') < 0;

    [GeneratedRegex(@"^ {0,3}#{1,6}(?:[ \t]+(?<heading>.*?))?(?:[ \t]+#+)?[ \t]*$")]
    private static partial Regex Atx();

    [GeneratedRegex(@"^<h[1-6](?:\s[^<>]*)?>(?<heading>.+)</h[1-6]>$", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlHeading();

    /// <summary>A picture, or a mark of another program that stands for something else than words.</summary>
    [GeneratedRegex(
        @"^(?:\[?!\[|\{[{%].*[}%]\}$|:::|\+[-=]|\[(?:caption|gallery|embed|toc)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
