using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// A paragraph of pictures alone becomes a figure, with the pictures' titles as captions: <c>![Beskrivning](x.jpg "Bildtext")</c>.
/// Several pictures become a gallery. A paragraph of films alone becomes a figure for each.
/// </summary>
internal sealed class FigureParagraph : HtmlObjectRenderer<ParagraphBlock>
{
    private readonly ParagraphRenderer _usual = new();

    /// <summary>Whether the paragraph is shown as figures, and is no text.</summary>
    public static bool IsFigures(ParagraphBlock paragraph) => PicturesIn(paragraph).Count > 0 || Film.In(paragraph).Count > 0;

    protected override void Write(HtmlRenderer renderer, ParagraphBlock block)
    {
        if (PicturesIn(block) is { Count: > 0 } pictures)
        {
            Write(renderer, pictures);
        }
        else if (Film.In(block) is { Count: > 0 } films)
        {
            Write(renderer, films);
        }
        else
        {
            _usual.Write(renderer, block);
        }
    }

    private static void Write(HtmlRenderer renderer, IReadOnlyList<LinkInline> pictures)
    {
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

    /// <summary>In Swedish, as all that is not the editor's own words, whatever the text's language (WCAG 2.2, 3.1.2).</summary>
    private static void Write(HtmlRenderer renderer, IReadOnlyList<Film> films)
    {
        foreach (var film in films)
        {
            renderer.Write("<figure class=\"film\">");
            if (film.IsNamed)
            {
                renderer.Render(film.Link);
                renderer.Write("<figcaption lang=\"sv\">Film på ").Write(film.Service).Write("</figcaption>");
            }
            else
            {
                renderer.Write("<a href=\"").WriteEscapeUrl(film.Url).Write("\" lang=\"sv\">Se filmen på ").Write(film.Service).Write("</a>");
            }

            renderer.Write("</figure>\n");
        }
    }

    /// <summary>Of a paragraph of pictures alone; none where it says anything else.</summary>
    private static IReadOnlyList<LinkInline> PicturesIn(ParagraphBlock paragraph) =>
        paragraph.Inline is { } inline && inline.All(i => i is LinkInline { IsImage: true } or LineBreakInline)
            ? [.. inline.OfType<LinkInline>()]
            : [];

    /// <summary>Puts it in the place of the renderer's own.</summary>
    public sealed class Extension : Markdig.IMarkdownExtension
    {
        public void Setup(Markdig.MarkdownPipelineBuilder pipeline)
        {
        }

        public void Setup(Markdig.MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
            ((HtmlRenderer)renderer).ObjectRenderers.Replace<ParagraphRenderer>(new FigureParagraph());
    }
}
