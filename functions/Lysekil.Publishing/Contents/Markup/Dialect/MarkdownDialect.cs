using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup.Limits;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.Tables;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>
/// The Markdown that editors write: CommonMark with tables, footnotes, notes, autolinks and typography.
/// </summary>
internal static class MarkdownDialect
{
    /// <summary>The limit of link definitions, each of which makes the parser copy what it has yet to read.</summary>
    public const int MostDefinitions = 2_000;

    /// <summary>
    /// The limit of levels of a document that is rendered. Markdig stops at 128 by an exception, and uses its renderer
    /// again as it was left: without HTML, if the description of a picture was being written.
    /// </summary>
    public const int MostLevels = 120;

    // Immutable, and safe for several threads. They parse alike: the marks of a language are put in by the renderer.
    private static readonly FrozenDictionary<Locale, MarkdownPipeline> Pipelines =
        Locale.All.ToFrozenDictionary(l => l, l => Extensions(l).Build());
    private static readonly MarkdownPipeline Pipeline = Pipelines[Locale.Swedish];
    private static readonly MarkdownPipeline Blocks = BlocksOnly();
    private static readonly MarkdownPipeline Guarded = Extensions(Locale.Swedish).Use<DensityGuard>().Build();

    /// <exception cref="DensityGuard.DenseException">A paragraph has too many special characters.</exception>
    /// <exception cref="NestingException">The text is nested too deep.</exception>
    public static MarkdownDocument Parse(string markdown) =>
        Parse(markdown, DensityGuard.IsNeededFor(markdown) ? Guarded : Pipeline);

    /// <summary>Parses a line or a paragraph; <c>null</c> if it is too dense or nested too deep.</summary>
    public static MarkdownDocument? TryParse(string markdown)
    {
        try
        {
            return Parse(markdown);
        }
        catch (Exception limit) when (limit is DensityGuard.DenseException or NestingException)
        {
            return null;
        }
    }

    /// <summary>
    /// Parses the blocks of a text, and nothing inside them; <c>null</c> if they are too many or too deep.
    /// </summary>
    public static MarkdownDocument? ParseBlocks(string markdown)
    {
        if (HasTooManyDefinitions(markdown) || LineNesting.FirstBeyondReason(markdown) is not null)
        {
            return null;
        }

        try
        {
            return Parse(markdown, Blocks);
        }
        catch (NestingException)
        {
            return null;
        }
    }

    public static bool HasTooManyDefinitions(string markdown) => markdown.AsSpan().Count("]:") > MostDefinitions;

    /// <param name="document">A document of at most <see cref="MostLevels"/>.</param>
    /// <param name="locale">The language of the text.</param>
    public static string ToHtml(MarkdownDocument document, Locale locale) => document.ToHtml(Pipelines[locale]);

    private static MarkdownDocument Parse(string markdown, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException fault) when (NestingException.IsToldBy(fault))
        {
            throw new NestingException(fault);
        }
    }

    private static MarkdownPipelineBuilder Extensions(Locale locale) => new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseGridTables()
        .Use<TableEnd>()
        .UseFootnotes()
        .Use<HeadingId>()
        .UseEmphasisExtras()
        .Use(new AddressParser.Extension(new AutoLinkOptions { UseHttpsForWWWLinks = true }))
        .UseSmartyPants(Punctuation.Of(locale))
        .Use<NoteParser.Extension>()
        .Use<LineBreakRenderer.Extension>()
        .Use<FigureParagraph.Extension>();

    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Insert(0, new PipeTableBlockParser());
        builder.InlineParsers.RemoveAll(p => p is not LineBreakInlineParser);
        return builder.Build();
    }
}
