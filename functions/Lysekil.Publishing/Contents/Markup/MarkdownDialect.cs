using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>The Markdown that editors write: CommonMark with tables, footnotes, autolinks and Swedish typography.</summary>
internal static class MarkdownDialect
{
    public static SmartyPantOptions Punctuation { get; } = SwedishPunctuation();

    // Built once; immutable and safe for several threads.
    private static readonly MarkdownPipeline Pipeline = Extensions().Build();
    private static readonly MarkdownPipeline Guarded = Extensions().Use<DensityGuard>().Build();

    /// <exception cref="DensityGuard.DenseException">The text holds more signs than any text does.</exception>
    public static MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, DensityGuard.IsNeededFor(markdown) ? Guarded : Pipeline);

    public static string ToHtml(MarkdownDocument document) => document.ToHtml(Pipeline);

    private static MarkdownPipelineBuilder Extensions() => new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseEmphasisExtras()
        .Use(new AddressParser.Extension(new AutoLinkOptions { UseHttpsForWWWLinks = true }))
        .UseSmartyPants(Punctuation)
        .Use<FigureParagraph.Extension>();

    private static SmartyPantOptions SwedishPunctuation()
    {
        var options = new SmartyPantOptions();
        options.Mapping[SmartyPantType.LeftQuote] = "’";
        options.Mapping[SmartyPantType.RightQuote] = "’";
        options.Mapping[SmartyPantType.LeftDoubleQuote] = "”";
        options.Mapping[SmartyPantType.RightDoubleQuote] = "”";
        options.Mapping[SmartyPantType.LeftAngleQuote] = "»";
        options.Mapping[SmartyPantType.RightAngleQuote] = "»";
        options.Mapping[SmartyPantType.Ellipsis] = "…";
        options.Mapping[SmartyPantType.Dash2] = "–";
        options.Mapping[SmartyPantType.Dash3] = "—";
        return options;
    }
}
