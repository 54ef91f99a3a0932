using System.Buffers;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Lysekil.Publishing.Markup;

/// <summary>
/// Gives up on a paragraph, or a table, that holds more of Markdown's signs than any text does. What a parser has to
/// compare with each other grows with the square of their number: half a megabyte of <c>[a](</c> took two minutes.
/// </summary>
internal sealed class DensityGuard : InlineParser, IMarkdownExtension
{
    public const int MostInAParagraph = 1_000;

    private const string Signs = "[]!*_~=+^`<&\\\"'";

    private static readonly SearchValues<char> SignValues = SearchValues.Create(Signs);

    public DensityGuard() => OpeningCharacters = [.. Signs];

    /// <summary>Whether a text has more signs in all than a paragraph may have: few have, and the others need no guard.</summary>
    public static bool IsNeededFor(ReadOnlySpan<char> markdown)
    {
        var seen = 0;
        for (int at; seen <= MostInAParagraph && (at = markdown.IndexOfAny(SignValues)) >= 0; seen++)
        {
            markdown = markdown[(at + 1)..];
        }

        return seen > MostInAParagraph;
    }

    /// <param name="line">Where the paragraph begins, from 0.</param>
    public sealed class DenseException(int line) : Exception("The paragraph holds too many signs.")
    {
        public int Line => line;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // Parsers' states are forgotten from paragraph to paragraph.
        if (processor.ParserStates[Index] is not Count signs)
        {
            processor.ParserStates[Index] = signs = new Count();
        }

        return ++signs.Seen > MostInAParagraph ? throw new DenseException(processor.Block?.Line ?? 0) : false;
    }

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (!pipeline.InlineParsers.Contains<DensityGuard>())
        {
            pipeline.InlineParsers.Insert(0, this);
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private sealed class Count
    {
        public int Seen { get; set; }
    }
}
