using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Markup;

/// <summary>
/// A paragraph of pictures alone becomes a figure, with the pictures' titles as captions: <c>![Beskrivning](x.jpg "Bildtext")</c>.
/// Several pictures become a gallery.
/// </summary>
internal sealed class PictureParagraph : HtmlObjectRenderer<ParagraphBlock>
{
    private readonly ParagraphRenderer _usual = new();

    /// <summary>The paragraph's pictures; empty where it says anything else.</summary>
    public static IReadOnlyList<LinkInline> In(ParagraphBlock paragraph) =>
        paragraph.Inline is { } inline && inline.All(i => i is LinkInline { IsImage: true } or LineBreakInline)
            ? [.. inline.OfType<LinkInline>()]
            : [];

    protected override void Write(HtmlRenderer renderer, ParagraphBlock block)
    {
        var pictures = In(block);
        if (pictures.Count == 0)
        {
            _usual.Write(renderer, block);
            return;
        }

        renderer.Write(pictures.Count > 1 ? "<div class=\"gallery\">\n" : "");
        foreach (var picture in pictures)
        {
            var caption = picture.Title;
            picture.Title = null;
            renderer.Write("<figure>").Render(picture);
            picture.Title = caption;
            if (!string.IsNullOrWhiteSpace(caption))
            {
                renderer.Write("<figcaption>").WriteEscape(caption).Write("</figcaption>");
            }

            renderer.Write("</figure>\n");
        }

        renderer.Write(pictures.Count > 1 ? "</div>\n" : "");
    }

    /// <summary>Puts it in the place of the renderer's own.</summary>
    public sealed class Extension : Markdig.IMarkdownExtension
    {
        public void Setup(Markdig.MarkdownPipelineBuilder pipeline)
        {
        }

        public void Setup(Markdig.MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
            ((HtmlRenderer)renderer).ObjectRenderers.Replace<ParagraphRenderer>(new PictureParagraph());
    }
}
