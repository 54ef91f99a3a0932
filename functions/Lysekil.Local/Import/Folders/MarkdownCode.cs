using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Local.Import.Folders;

/// <summary>Finds the code in a text, in which nothing is a link.</summary>
internal static class MarkdownCode
{
    private static readonly MarkdownPipeline Positions =
        new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <summary>The text with a null character in place of each character of code.</summary>
    /// <param name="markdown">A text that the engine accepts.</param>
    public static string Blanked(string markdown)
    {
        var blanked = markdown.ToCharArray();
        foreach (var code in Markdown.Parse(markdown, Positions).Descendants().Where(d => d is CodeBlock or CodeInline))
        {
            blanked.AsSpan(code.Span.Start, code.Span.Length).Clear();
        }

        return new string(blanked);
    }
}
