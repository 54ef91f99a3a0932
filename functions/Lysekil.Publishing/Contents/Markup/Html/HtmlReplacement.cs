using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>
/// What stands on a page in the place of an element outside the allow-list: an equal element, or its content. Only what
/// no reader is meant to read is left out with its content, so that no word is lost.
/// </summary>
internal static class HtmlReplacement
{
    /// <summary>Elements whose content a browser runs, or shows only if it cannot show the element.</summary>
    private static readonly FrozenSet<string> LeftOut = FrozenSet.Create(
        StringComparer.Ordinal,
        "script", "style", "template", "noscript", "iframe", "object", "embed", "noembed", "noframes", "input",
        "textarea", "select", "datalist");

    /// <summary>Elements that are gone from HTML or have another place on a page, each with its equal.</summary>
    private static readonly FrozenDictionary<string, string> Equal = new Dictionary<string, string>
    {
        ["h1"] = "h2",
        ["strike"] = "s",
        ["tt"] = "code",
        ["acronym"] = "abbr",
        ["dir"] = "ul",
        ["menu"] = "ul",
        ["listing"] = "pre",
        ["plaintext"] = "pre",
        ["xmp"] = "pre",
        ["address"] = "div",
        ["article"] = "div",
        ["center"] = "div",
        ["dialog"] = "div",
        ["fieldset"] = "div",
        ["footer"] = "div",
        ["form"] = "div",
        ["header"] = "div",
        ["hgroup"] = "div",
        ["legend"] = "div",
        ["main"] = "div",
        ["nav"] = "div",
        ["search"] = "div",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Elements that look the same without their tags.</summary>
    private static readonly FrozenSet<string> Unseen = FrozenSet.Create(
        StringComparer.Ordinal,
        "base", "data", "label", "link", "meta", "nobr", "param", "picture", "slot", "source", "title", "track");

    /// <summary>The name of the equal element; <c>null</c> if only the content of the element is shown.</summary>
    public static string? EqualOf(IElement element) => Equal.GetValueOrDefault(element.LocalName);

    /// <summary>Whether the element is left out with its content: also all SVG and MathML.</summary>
    public static bool IsLeftOut(IElement element) =>
        LeftOut.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri;

    /// <summary>Whether a reader sees a difference without the element's tags; Word's have names such as o:p.</summary>
    public static bool IsSeen(IElement element) =>
        !Equal.ContainsKey(element.LocalName)
        && !Unseen.Contains(element.LocalName)
        && !element.LocalName.Contains(':', StringComparison.Ordinal);

    /// <summary>Whether the element is inside an element that is left out.</summary>
    public static bool IsInLeftOut(IElement element)
    {
        for (var outer = element.ParentElement; outer is not null; outer = outer.ParentElement)
        {
            if (IsLeftOut(outer))
            {
                return true;
            }
        }

        return false;
    }
}
