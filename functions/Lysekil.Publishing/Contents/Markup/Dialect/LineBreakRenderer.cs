using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>
/// Renders line breaks. Markdig's own renderer leaves out one that ends a link or an emphasis, and joins the words
/// around it.
/// </summary>
internal sealed class LineBreakRenderer : HtmlObjectRenderer<LineBreakInline>
{
    private readonly LineBreakInlineRenderer _usual = new();

    protected override void Write(HtmlRenderer renderer, LineBreakInline obj)
    {
        if (obj.NextSibling is null && obj.Parent?.Parent is not null)
        {
            renderer.Write('\n');
        }
        else
        {
            _usual.Write(renderer, obj);
        }
    }

    /// <summary>Replaces Markdig's renderer of line breaks.</summary>
    public sealed class Extension : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
            ((HtmlRenderer)renderer).ObjectRenderers.Replace<LineBreakInlineRenderer>(new LineBreakRenderer());
    }
}
