using System.Buffers;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// Gives up on a paragraph, or a table, that holds more of Markdown's signs than any text does. What a parser has to
/// compare with each other grows with the square of their number: half a megabyte of <c>[a](</c> took two minutes.
/// </summary>
internal sealed class DensityGuard : InlineParser, IMarkdownExtension
{
    public const int MostInAParagraph = 1_000;

    /// <summary>So long a paragraph may have them all; a longer one fewer, since a parser may look at all that follows a sign.</summary>
    private const int LongParagraph = 150_000;

    private const long MostCharactersAhead = (long)LongParagraph * MostInAParagraph;

    private const string Signs = "[]!*_~=+^`<&\\\"'";

    private static readonly SearchValues<char> SignValues = SearchValues.Create(Signs);

    public DensityGuard() => OpeningCharacters = [.. Signs];

    /// <summary>Whether a text has more signs in all than a paragraph may have, or is long: few are so, and the others need no guard.</summary>
    public static bool IsNeededFor(ReadOnlySpan<char> markdown)
    {
        if (markdown.Length > LongParagraph)
        {
            return true;
        }

        var seen = 0;
        for (int at; seen <= MostInAParagraph && (at = markdown.IndexOfAny(SignValues)) >= 0; seen++)
        {
            markdown = markdown[(at + 1)..];
        }

        return seen > MostInAParagraph;
    }

    /// <param name="line">Where the paragraph begins, from 0.</param>
    /// <param name="most">How many signs it may have, as long as it is.</param>
    public sealed class DenseException(int line, int most) : Exception("The paragraph holds too many signs.")
    {
        public int Line => line;

        public int Most => most;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // Parsers' states are forgotten from paragraph to paragraph.
        if (processor.ParserStates[Index] is not Count signs)
        {
            processor.ParserStates[Index] = signs = new Count();
        }

        signs.Seen++;
        signs.Ahead += slice.Length;
        return signs.Seen > MostInAParagraph || signs.Ahead > MostCharactersAhead
            ? throw new DenseException(processor.Block?.Line ?? 0, signs.Seen - 1)
            : false;
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

        /// <summary>What follows each, in all.</summary>
        public long Ahead { get; set; }
    }
}
