using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Document;

/// <summary>
/// The parts of a document that are processed further, by kind and in document order, found in one walk.
/// </summary>
internal sealed class DocumentParts
{
    /// <summary>The walk of a usual text holds no more blocks at once.</summary>
    private const int UsualBlocks = 64;

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
        var left = new Stack<(Block Block, int Level)>(UsualBlocks);
        left.Push((document, 0));
        while (left.TryPop(out var next))
        {
            var (block, level) = next;
            parts.Add(block, level);
            if (block is ContainerBlock container)
            {
                // The last first, so that the first is visited next.
                for (var i = container.Count - 1; i >= 0; i--)
                {
                    left.Push((container[i], level + 1));
                }
            }
            else if (block is LeafBlock { Inline: { } inlines })
            {
                parts.AddAll(inlines, level + 1);
            }
        }

        return parts;
    }

    /// <summary>A part that is HTML, as written.</summary>
    public static string TextOf(MarkdownObject html) =>
        html is HtmlInline inline ? inline.Tag : ((HtmlBlock)html).Lines.ToString();

    private void Add(MarkdownObject part, int level)
    {
        Levels = Math.Max(Levels, level);
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

    /// <summary>Adds all inlines of a block, from one to its child, its sibling, or a sibling of a parent.</summary>
    private void AddAll(ContainerInline root, int level)
    {
        for (Inline? inline = root; inline is not null;)
        {
            Add(inline, level);
            if (inline is ContainerInline { FirstChild: { } child })
            {
                (inline, level) = (child, level + 1);
                continue;
            }

            while (inline is { NextSibling: null })
            {
                (inline, level) = (inline.Parent, level - 1);
            }

            inline = inline?.NextSibling;
        }
    }
}
