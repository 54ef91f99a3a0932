using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Html;

/// <summary>Writes HTML as Markdown that shows the same words, pictures and links.</summary>
/// <param name="targets">Where links and pictures lead.</param>
/// <param name="lost">Is told the name of what no Markdown can show.</param>
/// <param name="isClassic">
/// Whether empty lines part paragraphs and line ends are line breaks, as in WordPress's classic editor.
/// </param>
internal sealed class HtmlMarkdown(IHtmlTargets targets, Action<string> lost, bool isClassic = false)
{
    private const int MostLevels = 150;

    private readonly HtmlInlines _inlines = new(targets, isClassic);

    /// <summary>Converts a fragment of a page.</summary>
    public string Convert(string html) =>
        Convert(new HtmlParser().ParseDocument($"<!doctype html><body>{html}").Body!);

    public string Convert(IElement element) => string.Join("\n\n", Blocks(element, 0));

    private List<string> Blocks(INode parent, int level)
    {
        var blocks = new List<string>();
        var inline = new InlineMarkdown();
        void EndParagraph()
        {
            if (!inline.IsEmpty)
            {
                blocks.Add(inline.ToParagraph());
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
                blocks.AddRange(
                    level > MostLevels ? [MarkdownEscape.Text(child.TextContent)] : Block(element, level + 1));
            }
            else if (child is IElement other && HtmlElements.IsLost(other))
            {
                lost(other.LocalName);
            }
            else
            {
                _inlines.Read(child, inline);
            }
        }

        EndParagraph();
        return blocks;
    }

    private IEnumerable<string> Block(IElement element, int level)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                var heading = Inline(element).ToMarkdown(" ");
                return heading.Length == 0 ? [] : [MarkdownEscape.Heading(element.LocalName[1] - '0', heading)];
            case "ul" or "ol" when HtmlFigures.IsGallery(element):
            case "figure":
                return HtmlFigures.Write(element, targets) is { } figure ? [figure] : Blocks(element, level);
            case "ul" or "ol":
                return List(element, level);
            case "blockquote":
                return Quote(Blocks(element, level));
            case "pre":
                return [Code(element.TextContent)];
            case "hr":
                return ["* * *"];
            case "table":
                return Table(element, level);
            case "dt":
                var term = Inline(element).ToParagraph();
                return term.Length == 0 ? [] : [$"**{term}**"];
            case "iframe" or "video" or "audio":
                return HtmlMedia.Write(element, targets, lost);
            case "object" or "embed":
                lost(element.LocalName);
                return [];
            default:
                return Blocks(element, level);
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

    private IEnumerable<string> List(IElement list, int level)
    {
        var number = int.TryParse(
            list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var items = new List<string>();
        var isLoose = false;
        foreach (var item in list.Children)
        {
            var blocks = item.LocalName is "ul" or "ol" ? [.. List(item, level + 1)] : Blocks(item, level + 1);
            if (blocks.Count == 0)
            {
                continue;
            }

            var marker = list.LocalName == "ol" ? FormattableString.Invariant($"{number++}. ") : "- ";
            isLoose |= blocks.Skip(1).Any(b => !IsList(b));
            var text = string.Join(blocks.Skip(1).Any(b => !IsList(b)) ? "\n\n" : "\n", blocks);
            items.Add(marker + text.Replace("\n", "\n" + new string(' ', marker.Length), StringComparison.Ordinal));
        }

        return items.Count == 0 ? [] : [string.Join(isLoose ? "\n\n" : "\n", items)];
    }

    private static bool IsList(string block) =>
        block.StartsWith("- ", StringComparison.Ordinal)
        || (char.IsAsciiDigit(block[0]) && block.Contains(". ", StringComparison.Ordinal));

    private static List<string> Quote(List<string> blocks)
    {
        var lines = string.Join("\n\n", blocks).Split('\n').Select(l => l.Length == 0 ? ">" : "> " + l);
        return blocks.Count == 0 ? [] : [string.Join('\n', lines)];
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

    private List<string> Table(IElement table, int level)
    {
        var rows = table.QuerySelectorAll("tr")
            .Where(r => r.Closest("table") == table)
            .Select(r => r.Children.Where(c => c.LocalName is "td" or "th").ToList())
            .Where(r => r.Count > 0)
            .ToList();
        if (rows.Count == 0 || rows.Max(r => r.Count) < 2)
        {
            return [.. rows.SelectMany(r => r).SelectMany(c => Blocks(c, level))];
        }

        var caption = table.Children.FirstOrDefault(c => c.LocalName == "caption");
        var cells = rows.Select(r => r.Select(c => MarkdownTable.Cell(Blocks(c, level))).ToList()).ToList();
        string[] before = caption is null ? [] : [Inline(caption).ToParagraph()];
        return [.. before.Where(b => b.Length > 0), MarkdownTable.Write([.. cells])];
    }
}
