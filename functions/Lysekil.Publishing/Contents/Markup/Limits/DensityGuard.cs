using System.Buffers;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Lysekil.Publishing.Contents.Markup.Limits;

/// <summary>
/// Stops parsing a paragraph or table with more of Markdown's special characters than any real text has. Parsers
/// compare these with each other, in time that grows with the square of their number.
/// </summary>
internal sealed class DensityGuard : InlineParser, IMarkdownExtension
{
    public const int MostInAParagraph = 1_000;

    /// <summary>
    /// The length of a paragraph that may have the full number; a longer one may have fewer, since a parser may look at
    /// all that follows a special character.
    /// </summary>
    private const int LongParagraph = 150_000;

    private const long MostCharactersAhead = (long)LongParagraph * MostInAParagraph;

    private const string Signs = "[]!*_~=+^`<&\\\"'";

    private static readonly SearchValues<char> SignValues = SearchValues.Create(Signs);

    public DensityGuard() => OpeningCharacters = [.. Signs];

    /// <summary>
    /// Whether a text is long, or has more special characters than a paragraph may have. Most texts need no guard.
    /// </summary>
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

    /// <param name="line">The line on which the paragraph begins, from 0.</param>
    /// <param name="most">How many special characters a paragraph of its length may have.</param>
    public sealed class DenseException(int line, int most) : Exception("The paragraph holds too many signs.")
    {
        public int Line => line;

        public int Most => most;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // Markdig resets the states of inline parsers for each paragraph.
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

        /// <summary>The sum of the lengths of what follows each.</summary>
        public long Ahead { get; set; }
    }
}
