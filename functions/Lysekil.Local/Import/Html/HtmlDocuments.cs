using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Lysekil.Local.Import.Html;

/// <summary>
/// Parses HTML to a limited depth. Elements beyond it are replaced by their words, since all that reads a document
/// calls itself for each level, and tags that are never closed nest without end.
/// </summary>
internal static class HtmlDocuments
{
    /// <summary>The levels of elements, of which pages that people write have a few dozen.</summary>
    public const int MostLevels = 150;

    /// <summary>Parses a page, or a fragment of one.</summary>
    public static IHtmlDocument Parse(string html) => Limited(new HtmlParser().ParseDocument(html));

    public static IHtmlDocument Parse(Stream html) => Limited(new HtmlParser().ParseDocument(html));

    private static IHtmlDocument Limited(IHtmlDocument document)
    {
        var (node, level) = ((INode?)document, 0);
        while (node is { } at)
        {
            if (level == MostLevels && at is IElement { ChildElementCount: > 0 } deepest)
            {
                while (HtmlElements.HoldsOnlyParts(deepest) && deepest.ParentElement is { } parent)
                {
                    (deepest, level) = (parent, level - 1);
                }

                deepest.TextContent = WordsOf(deepest);
                at = deepest;
            }

            (node, level) = at.FirstChild is { } child ? (child, level + 1) : Next(at, document, level);
        }

        return document;
    }

    private static string WordsOf(IElement element)
    {
        var words = new StringBuilder();
        INode? node = element;
        while (node is { } at)
        {
            var isUnseen = at is IElement inner && HtmlElements.IsUnseen(inner);
            words.Append(at is IText text ? text.Data : at is IElement block && HtmlElements.IsBlock(block) ? " " : "");
            node = !isUnseen && at.FirstChild is { } child ? child : Next(at, element, 0).Node;
        }

        return words.ToString();
    }

    /// <summary>What follows a node and all within it; no node if that is the end of the root.</summary>
    private static (INode? Node, int Level) Next(INode node, INode root, int level)
    {
        for (var at = node; at is not null && at != root; at = at.Parent, level--)
        {
            if (at.NextSibling is { } next)
            {
                return (next, level);
            }
        }

        return (null, level);
    }
}
