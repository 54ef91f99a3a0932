using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.SmartyPants;

namespace Lysekil.Publishing.Markup;

/// <summary>The Markdown that editors write: CommonMark with tables, footnotes, autolinks and Swedish typography.</summary>
internal static class MarkdownDialect
{
    public static SmartyPantOptions Punctuation { get; } = SwedishPunctuation();

    /// <summary>Built once; immutable and safe for several threads.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseEmphasisExtras()
        .Use(new AddressParser.Extension(new AutoLinkOptions { UseHttpsForWWWLinks = true }))
        .UseSmartyPants(Punctuation)
        .Use<DensityGuard>()
        .Use<FigureParagraph.Extension>()
        .Build();

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
