using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Document;

/// <summary>
/// The parts of a document that are processed further, by kind and in document order, found in one walk.
/// </summary>
internal sealed class DocumentParts
{
    /// <summary>The walk of a usual text holds no more parts at once.</summary>
    private const int UsualParts = 64;

    public List<HeadingBlock> Headings { get; } = [];

    public List<Table> Tables { get; } = [];

    public List<LinkInline> Links { get; } = [];

    public List<AutolinkInline> Autolinks { get; } = [];

    /// <summary>Blocks and inlines that are HTML.</summary>
    public List<MarkdownObject> Html { get; } = [];

    /// <summary>How many levels deep the parts are nested.</summary>
    public int Levels { get; private set; }

    /// <param name="document">A document of any depth: the walk does not recurse.</param>
    public static DocumentParts Of(MarkdownDocument document)
    {
        var parts = new DocumentParts();
        var left = new Stack<(MarkdownObject Part, int Level)>(UsualParts);
        left.Push((document, 0));
        while (left.TryPop(out var next))
        {
            parts.Levels = Math.Max(parts.Levels, next.Level);
            parts.Add(next.Part);
            PushChildren(left, next.Part, next.Level + 1);
        }

        return parts;
    }

    /// <summary>A part that is HTML, as written.</summary>
    public static string TextOf(MarkdownObject html) =>
        html is HtmlInline inline ? inline.Tag : ((HtmlBlock)html).Lines.ToString();

    private void Add(MarkdownObject part)
    {
        switch (part)
        {
            case LiteralInline or ParagraphBlock:
                break; // The most frequent parts.
            case LinkInline link:
                Links.Add(link);
                break;
            case AutolinkInline autolink:
                Autolinks.Add(autolink);
                break;
            case HeadingBlock heading:
                Headings.Add(heading);
                break;
            case Table table:
                Tables.Add(table);
                break;
            case HtmlBlock or HtmlInline:
                Html.Add(part);
                break;
        }
    }

    /// <summary>Pushes the last child first, so that the first is visited next.</summary>
    private static void PushChildren(Stack<(MarkdownObject Part, int Level)> left, MarkdownObject part, int level)
    {
        switch (part)
        {
            case ContainerBlock blocks:
                for (var i = blocks.Count - 1; i >= 0; i--)
                {
                    left.Push((blocks[i], level));
                }

                break;
            case ContainerInline inlines:
                for (var inline = inlines.LastChild; inline is not null; inline = inline.PreviousSibling)
                {
                    left.Push((inline, level));
                }

                break;
            case LeafBlock { Inline: { } inline }:
                left.Push((inline, level));
                break;
        }
    }
}
