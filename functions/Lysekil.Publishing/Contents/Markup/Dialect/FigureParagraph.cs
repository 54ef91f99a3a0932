using Lysekil.Publishing.Contents.Locales;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>
/// Renders a paragraph of pictures alone as figures, with the pictures' titles as captions, as in
/// <c>![Beskrivning](x.jpg "Bildtext")</c>. Several pictures, on one line or on many, become a gallery; each may be a
/// link. A paragraph of films alone becomes a figure for each film.
/// </summary>
internal sealed class FigureParagraph : HtmlObjectRenderer<ParagraphBlock>
{
    /// <summary>A longer line is no title.</summary>
    private const int LongestLine = 500;

    private readonly ParagraphRenderer _usual = new();

    /// <summary>Whether the paragraph is rendered as figures, and not as text.</summary>
    public static bool IsFigures(ParagraphBlock paragraph) =>
        PicturesIn(paragraph).Count > 0 || Film.In(paragraph).Count > 0;

    /// <summary>Whether the line would be rendered as figures if it were a paragraph.</summary>
    public static bool IsFigures(string line) =>
        line.Length <= LongestLine
        && line[0] is '!' or '[' or '<' or 'h' or 'w'
        && MarkdownDialect.TryParse(line)?.FirstOrDefault() is ParagraphBlock paragraph
        && IsFigures(paragraph);

    protected override void Write(HtmlRenderer renderer, ParagraphBlock block)
    {
        // A film may be shown by a picture that is a link.
        if (Film.In(block) is { Count: > 0 } films)
        {
            Write(renderer, films, LocaleWords.Of((MarkdownDocument)block.Parent!));
        }
        else if (PicturesIn(block) is { Count: > 0 } pictures)
        {
            Write(renderer, pictures);
        }
        else
        {
            _usual.Write(renderer, block);
        }
    }

    private static void Write(HtmlRenderer renderer, List<LinkInline> pictures)
    {
        renderer.Write(pictures.Count > 1 ? "<div class=\"gallery\">\n" : "");
        foreach (var shown in pictures)
        {
            var picture = PictureIn(shown)!;
            var caption = picture.Title;
            picture.Title = null;
            renderer.Write("<figure>").Render(shown);
            picture.Title = caption;
            if (!string.IsNullOrWhiteSpace(caption))
            {
                renderer.Write("<figcaption>").WriteEscape(caption).Write("</figcaption>");
            }

            renderer.Write("</figure>\n");
        }

        renderer.Write(pictures.Count > 1 ? "</div>\n" : "");
    }

    /// <summary>
    /// The words that are not the editor's are marked with their language, in a text of any (WCAG 2.2, 3.1.2).
    /// </summary>
    private static void Write(HtmlRenderer renderer, IReadOnlyList<Film> films, Locale locale)
    {
        var language = locale.Language;
        foreach (var film in films)
        {
            renderer.Write("<figure class=\"film\">");
            if (film.IsNamed)
            {
                renderer.Render(film.Link);
                renderer.Write($"<figcaption lang=\"{language}\">")
                    .WriteEscape(locale.Text("film", ("service", film.Service)))
                    .Write("</figcaption>");
            }
            else
            {
                renderer.Write("<a href=\"")
                    .WriteEscapeUrl(film.Url)
                    .Write($"\" lang=\"{language}\">")
                    .WriteEscape(locale.Text("film.watch", ("service", film.Service)))
                    .Write("</a>");
            }

            renderer.Write("</figure>\n");
        }
    }

    /// <summary>
    /// The pictures of a paragraph of pictures alone, or the links around them; empty for any other paragraph.
    /// </summary>
    private static List<LinkInline> PicturesIn(ParagraphBlock paragraph)
    {
        if (paragraph.Inline is not { FirstChild: LinkInline or LiteralInline } inlines)
        {
            return [];
        }

        List<LinkInline>? pictures = null;
        foreach (var inline in inlines)
        {
            if (inline is LinkInline link && PictureIn(link) is not null)
            {
                (pictures ??= []).Add(link);
            }
            else if (inline is not LineBreakInline && !IsSpace(inline))
            {
                return [];
            }
        }

        return pictures ?? [];
    }

    private static LinkInline? PictureIn(LinkInline link) =>
        link.IsImage ? link
            : link.FirstChild is LinkInline { IsImage: true, NextSibling: null } picture ? picture
            : null;

    private static bool IsSpace(Inline inline) => inline is LiteralInline text && text.Content.IsEmptyOrWhitespace();

    /// <summary>Replaces Markdig's renderer of paragraphs.</summary>
    public sealed class Extension : Markdig.IMarkdownExtension
    {
        public void Setup(Markdig.MarkdownPipelineBuilder pipeline)
        {
        }

        public void Setup(Markdig.MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
            ((HtmlRenderer)renderer).ObjectRenderers.Replace<ParagraphRenderer>(new FigureParagraph());
    }
}
