using Markdig;

namespace Lysekil.Benchmarks.Parts;

/// <summary>The Markdown library by itself, with the extensions that our dialect uses and nothing of ours.</summary>
internal static class MarkdigAlone
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseEmphasisExtras()
        .UseAutoLinks()
        .UseSmartyPants()
        .Build();

    public static string ToHtml(string markdown) => Markdown.ToHtml(markdown, _pipeline);
}
