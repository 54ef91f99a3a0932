using AngleSharp.Dom;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>
/// Keeps the alignment of HTML as a class, since the pages' Content-Security-Policy forbids style attributes.
/// </summary>
internal static class HtmlAlignment
{
    /// <summary>
    /// Properties of a style attribute, or beginnings of them, that pandoc, Word and Google Docs write and that the
    /// site's own style sheet decides.
    /// </summary>
    private static readonly string[] Layout =
    [
        "width", "height", "max-", "min-", "margin", "padding", "text-align", "vertical-align", "line-height",
        "text-indent", "font-family", "font-size", "box-sizing", "border-collapse", "page-break", "mso-", "orphans",
        "widows",
    ];

    /// <summary>Adds the class of an element's alignment.</summary>
    public static void Keep(IElement element)
    {
        var alignment = element.LocalName == "center"
            ? "center"
            : Of(element.GetAttribute("align")) ?? Of(InStyle(element.GetAttribute("style")));
        if (alignment is not null && element.LocalName != "img")
        {
            element.ClassList.Add(alignment);
        }
    }

    /// <summary>Whether a reader sees no difference without the attribute of the element.</summary>
    public static bool IsUnseenWithout(IElement element, IAttr attribute) => attribute.Name switch
    {
        // A picture's place and size follow from the page's own layout.
        "style" or "align" when element.LocalName == "img" => true,
        "style" => attribute.Value.Split(';').All(IsLayout),
        "bgcolor" or "background" or "color" or "face" or "hidden" => false,
        var name => !name.StartsWith("on", StringComparison.OrdinalIgnoreCase),
    };

    private static bool IsLayout(string declaration)
    {
        var property = declaration.Trim();
        return property.Length == 0
            || Layout.Any(p => property.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Of(string? alignment) => alignment?.Trim().ToLowerInvariant() switch
    {
        "center" or "middle" => "center",
        "right" or "end" => "right",
        _ => null,
    };

    private static string? InStyle(string? style)
    {
        const string Property = "text-align:";
        return style?.Split(';')
            .Select(d => d.Replace(" ", "", StringComparison.Ordinal))
            .LastOrDefault(d => d.StartsWith(Property, StringComparison.OrdinalIgnoreCase))?[Property.Length..];
    }
}
