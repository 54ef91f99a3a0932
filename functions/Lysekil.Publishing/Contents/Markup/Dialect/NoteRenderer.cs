using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>Renders a note as a part of the text beside its main thread, and any other quotation as such.</summary>
internal sealed class NoteRenderer : HtmlObjectRenderer<QuoteBlock>
{
    private readonly QuoteBlockRenderer _usual = new();

    protected override void Write(HtmlRenderer renderer, QuoteBlock obj)
    {
        if (!NoteParser.IsNote(obj))
        {
            _usual.Write(renderer, obj);
            return;
        }

        renderer.EnsureLine();
        renderer.WriteLine("<aside class=\"note\">");
        var isImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(obj);
        renderer.ImplicitParagraph = isImplicit;
        renderer.WriteLine("</aside>");
    }
}
