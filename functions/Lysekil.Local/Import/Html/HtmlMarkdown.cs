using System.Globalization;
using AngleSharp.Dom;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Html;

/// <summary>Writes HTML as Markdown that shows the same words, pictures and links.</summary>
/// <param name="targets">Where links and pictures lead.</param>
/// <param name="lost">Is told, in a sentence, what no Markdown can show.</param>
/// <param name="isClassic">
/// Whether empty lines part paragraphs and line ends are line breaks, as in WordPress's classic editor.
/// </param>
internal sealed class HtmlMarkdown(IHtmlTargets targets, Action<string> lost, bool isClassic = false)
{
    private readonly HtmlInlines _inlines = new(targets, lost, isClassic);

    /// <summary>Converts a fragment of a page.</summary>
    public string Convert(string html) => Convert(HtmlDocuments.Parse($"<!doctype html><body>{html}").Body!);

    /// <param name="element">An element of a document of limited depth.</param>
    public string Convert(IElement element) => string.Join("\n\n", HtmlBlock.InOrder(Blocks(element)));

    private List<HtmlBlock> Blocks(INode parent)
    {
        var blocks = new List<HtmlBlock>();
        var inline = new InlineMarkdown();
        void EndParagraph()
        {
            if (!inline.IsEmpty)
            {
                blocks.Add(new HtmlBlock(inline.ToParagraph()));
            }

            inline = new InlineMarkdown();
        }

        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text && isClassic)
            {
                var paragraphs = text.Data.Replace("\r", "", StringComparison.Ordinal).Split("\n\n");
                for (var i = 0; i < paragraphs.Length; i++)
                {
                    if (i > 0)
                    {
                        EndParagraph();
                    }

                    _inlines.AddText(paragraphs[i], inline, SpanStyles.None, null);
                }
            }
            else if (child is IElement element && (HtmlElements.IsBlock(element) || HtmlElements.HoldsBlocks(element)))
            {
                EndParagraph();
                blocks.AddRange(Block(element));
            }
            else
            {
                _inlines.Read(child, inline);
            }
        }

        EndParagraph();
        return blocks;
    }

    private IEnumerable<HtmlBlock> Block(IElement element)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                var heading = Inline(element).ToMarkdown(" ");
                return heading.Length == 0
                    ? []
                    : [new HtmlBlock(MarkdownEscape.Heading(element.LocalName[1] - '0', heading))];
            case "figure":
                return HtmlFigures.Write(element, targets) is { } figure ? [new HtmlBlock(figure)] : Blocks(element);
            case "ul" or "ol":
                return HtmlFigures.IsGallery(element) && HtmlFigures.Write(element, targets) is { } gallery
                    ? [new HtmlBlock(gallery)]
                    : List(element);
            case "blockquote":
                return Quote(HtmlBlock.InOrder(Blocks(element)));
            case "pre":
                return [new HtmlBlock(Code(element.TextContent))];
            case "hr":
                return [new HtmlBlock("* * *")];
            case "table":
                return Table(element);
            case "dt":
                var term = Inline(element).ToParagraph();
                return term.Length == 0 ? [] : [new HtmlBlock($"**{term}**")];
            case "iframe" or "video" or "audio":
                return HtmlMedia.Write(element, targets, lost) is { } media ? [new HtmlBlock(media)] : [];
            default:
                return Blocks(element);
        }
    }

    private InlineMarkdown Inline(IElement element)
    {
        var inline = new InlineMarkdown();
        foreach (var child in element.ChildNodes)
        {
            _inlines.Read(child, inline);
        }

        return inline;
    }

    private List<HtmlBlock> List(IElement list)
    {
        var start = int.TryParse(
            list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var items = list.Children
            .Where(i => !HtmlElements.IsUnseen(i))
            .Select(i => i.LocalName is "ul" or "ol" ? List(i) : Blocks(i))
            .Where(i => i.Count > 0)
            .ToList();
        return items.Count == 0 ? [] : [HtmlBlock.OfList(list.LocalName, start, items)];
    }

    private static IEnumerable<HtmlBlock> Quote(IReadOnlyList<string> blocks)
    {
        var lines = string.Join("\n\n", blocks).Split('\n').Select(l => l.Length == 0 ? ">" : "> " + l);
        return blocks.Count == 0 ? [] : [new HtmlBlock(string.Join('\n', lines))];
    }

    private static string Code(string text)
    {
        var fence = "```";
        while (fence.Length < 100 && text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}\n{text.Trim('\n')}\n{fence}";
    }

    private List<HtmlBlock> Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr")
            .Where(r => r.Closest("table") == table)
            .Select(r => r.Children.Where(c => c.LocalName is "td" or "th").ToList())
            .Where(r => r.Count > 0)
            .ToList();
        if (rows.Count == 0 || rows.Max(r => r.Count) < 2)
        {
            return [.. rows.SelectMany(r => r).SelectMany(c => Blocks(c))];
        }

        var caption = table.Children.FirstOrDefault(c => c.LocalName == "caption");
        var cells = rows.Select(r => r.Select(c => MarkdownTable.Cell(Blocks(c).Select(b => b.Markdown))).ToList());
        string[] before = caption is null ? [] : [Inline(caption).ToParagraph()];
        return
        [
            .. before.Where(b => b.Length > 0).Select(b => new HtmlBlock(b)),
            new HtmlBlock(MarkdownTable.Write([.. cells])),
        ];
    }
}
