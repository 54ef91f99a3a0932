using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Lysekil.Local.Import.Html;

/// <summary>The kinds of HTML elements that matter to a text.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "iframe", "li", "main",
        "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
        "video", "audio");

    /// <summary>What readers never see.</summary>
    private static readonly FrozenSet<string> Unseen = FrozenSet.Create(
        "script", "style", "noscript", "template", "head", "link", "meta", "title");

    /// <summary>What readers see, and no text can hold.</summary>
    private static readonly FrozenSet<string> Lost = FrozenSet.Create(
        "svg", "canvas", "map", "input", "select", "textarea", "math", "object", "embed");

    /// <summary>What holds items, rows or cells, and no text of its own.</summary>
    private static readonly FrozenSet<string> OfParts = FrozenSet.Create(
        "ul", "ol", "table", "thead", "tbody", "tfoot", "tr");

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public static bool IsUnseen(IElement element) => Unseen.Contains(element.LocalName);

    public static bool HoldsOnlyParts(IElement element) => OfParts.Contains(element.LocalName);

    public static bool IsLost(IElement element) => Lost.Contains(element.LocalName);

    /// <summary>The sentence that tells of an element that is lost.</summary>
    public static string LossOf(IElement element) =>
        $"An element {element.LocalName} cannot be shown, and is left out.";

    /// <summary>Whether an inline element holds blocks, as a link around a figure does.</summary>
    public static bool HoldsBlocks(IElement element) =>
        !IsUnseen(element) && !IsLost(element) && element.QuerySelectorAll("*").Any(IsBlock);
}
