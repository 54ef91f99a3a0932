using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup.Dialect;
using Lysekil.Publishing.Contents.Markup.Foreign;
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
            HeadingBlock { IsSetext: true } when TitleRule.Allows(line) =>
                Title(string.Join(' ', lines[begin..(begin + count - 1)]), count),
            HeadingBlock { IsSetext: false } heading => Title(PlainText.Of(heading.Inline, Locale.Swedish), 1),
            HtmlBlock when count == 1 && HtmlHeading().Match(line) is { Success: true } html =>
                Title(html.Groups["heading"].Value, 1),
            // A year or a day, and no list, which begins with 1.
            ListBlock { IsOrdered: true, Count: 1 } when isFirst && count == 1 && line[..2] is not ("1." or "1)") =>
                Title(line, 1),
            ParagraphBlock when TitleRule.Allows(line) && !(count > 1 && TableEnd.IsDelimiterRow(lines[begin + 1]))
                && (isFirst || (count == 1 && TitleRule.IsShort(line))) => Title(line, 1),
            _ => null,
        };

        TitleLine? Title(string markdown, int lineCount) =>
            markdown.Any(char.IsLetterOrDigit)
                ? new TitleLine(markdown.Trim(), begin, lineCount, IsTaken: !isFirst)
                : null;
    }

    [GeneratedRegex(@"^<h[1-6](?:\s[^<>]*)?>(?<heading>.+)</h[1-6]>$", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlHeading();
}
