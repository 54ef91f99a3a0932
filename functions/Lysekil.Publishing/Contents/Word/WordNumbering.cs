using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>The lists of a document, and how far each has been counted (ECMA-376, part 1, section 17.9).</summary>
internal sealed class WordNumbering
{
    private readonly Dictionary<string, XElement> _lists;
    private readonly Dictionary<string, XElement> _abstract;
    private readonly Dictionary<(string List, int Level), int> _counted = [];

    /// <param name="numbering">The root of the part; <c>null</c> if the document has none.</param>
    public WordNumbering(XElement? numbering)
    {
        _lists = ById(numbering.Words("num"), "numId");
        _abstract = ById(numbering.Words("abstractNum"), "abstractNumId");
    }

    /// <summary>The item that a paragraph is; <c>null</c> if it is none.</summary>
    /// <param name="properties">The element <c>numPr</c> of the paragraph or its style.</param>
    public WordListItem? Next(XElement? properties)
    {
        var id = properties.Word("numId").Value();
        if (id is null or "0")
        {
            return null;
        }

        var level = Math.Clamp(properties.Word("ilvl").Number() ?? 0, 0, 8);
        var list = _lists.GetValueOrDefault(id);
        var overriding = list.Words("lvlOverride").FirstOrDefault(o => o.Number("ilvl") == level);
        var definition = overriding.Word("lvl") ?? Definition(list.Word("abstractNumId").Value(), level);
        var format = definition.Word("numFmt").Value() ?? "bullet";
        if (format == "none")
        {
            return null;
        }

        var start = overriding.Word("startOverride").Number() ?? definition.Word("start").Number() ?? 1;
        var number = _counted.TryGetValue((id, level), out var last) ? last + 1 : start;
        _counted[(id, level)] = number;
        for (var deeper = level + 1; deeper <= 8; deeper++)
        {
            _counted.Remove((id, deeper));
        }

        return new WordListItem(id, level, format == "bullet" ? null : Math.Clamp(number, 0, 999_999_999));
    }

    private XElement? Definition(string? id, int level) =>
        id is not null && _abstract.TryGetValue(id, out var definition)
            ? definition.Words("lvl").FirstOrDefault(l => l.Number("ilvl") == level)
            : null;

    private static Dictionary<string, XElement> ById(IEnumerable<XElement> elements, string attribute)
    {
        var byId = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (element.Value(attribute) is { } id)
            {
                byId.TryAdd(id, element);
            }
        }

        return byId;
    }
}

/// <summary>An item of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Level">From 0.</param>
/// <param name="Number"><c>null</c> for an item with a bullet.</param>
internal sealed record WordListItem(string List, int Level, int? Number);
