using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>
/// Reads the attributes after a heading, <c>## Kostnader {#kostnader .unnumbered}</c>, as Google Docs, pandoc and Hugo
/// write them: the heading gets the identifier, and the rest is left out.
/// </summary>
internal sealed partial class HeadingId : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.BlockParsers.FindExact<HeadingBlockParser>()!.TryParseAttributes = Read;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static bool Read(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        if (!line.AsSpan().Contains('{')
            || Attributes().Match(line.ToString()) is not { Success: true } attributes
            || block is not HeadingBlock heading)
        {
            return false;
        }

        if (attributes.Groups["id"] is { Success: true } id)
        {
            heading.GetAttributes().Id = id.Value;
        }

        line.End = line.Start + attributes.Index - 1;
        return true;
    }

    /// <summary>Attributes at the end of a line, and the number signs that may close a heading.</summary>
    [GeneratedRegex(
        @"[ \t]*\{:?[ \t]*(?:(?:#(?<id>[\w.:-]+)|\.[\w-]+|-|[\w-]+=[^\s{}]+)[ \t]*)+\}[ \t]*#*[ \t]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Attributes();
}
