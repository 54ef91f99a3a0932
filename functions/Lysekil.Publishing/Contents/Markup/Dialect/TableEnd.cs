using System.Buffers;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>
/// Ends a table at a line without bars, which begins the next paragraph. To Markdig such a line makes the whole table a
/// paragraph with bars in it (GitHub Flavored Markdown, section 4.10, takes it for a row).
/// </summary>
internal sealed class TableEnd : BlockParser, IMarkdownExtension
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create("|-: \t");

    /// <summary>Whether the line separates the head of a table from its rows.</summary>
    public static bool IsDelimiterRow(ReadOnlySpan<char> line) =>
        line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept(Delimiters);

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.CurrentBlock is not ParagraphBlock { Lines.Count: > 1 } paragraph
            || processor.Line.AsSpan().Contains('|')
            || !EndsWithTable(paragraph))
        {
            return BlockState.None;
        }

        var line = processor.Line.AsSpan().Trim();
        if (line.Length < 3 || line.ContainsAnyExcept('-'))
        {
            return paragraph.Parser!.TryOpen(processor);
        }

        // Below a paragraph, the dashes would make it a heading.
        processor.NewBlocks.Push(new ThematicBreakBlock(this)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Line.Start, processor.Line.End),
            ThematicChar = '-',
            ThematicCharCount = line.Length,
        });
        return BlockState.BreakDiscard;
    }

    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>
    /// Whether the last lines of the paragraph are a table: lines with bars, the second of them the delimiter row.
    /// </summary>
    private static bool EndsWithTable(ParagraphBlock paragraph)
    {
        for (var i = paragraph.Lines.Count - 1; i > 0; i--)
        {
            var line = paragraph.Lines.Lines[i].Slice.AsSpan();
            if (!line.Contains('|'))
            {
                return false;
            }

            if (IsDelimiterRow(line))
            {
                return paragraph.Lines.Lines[i - 1].Slice.AsSpan().Contains('|');
            }
        }

        return false;
    }
}
