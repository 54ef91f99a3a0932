using Markdig;

namespace Lysekil.Benchmarks.Parts;

/// <summary>The Markdown library alone, with the extensions that the engine uses.</summary>
internal static class MarkdigAlone
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseEmphasisExtras()
        .UseAutoLinks()
        .UseSmartyPants()
        .Build();

    public static string ToHtml(string markdown) => Markdown.ToHtml(markdown, Pipeline);
}
