using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>The lists of a document, and how far each has been counted (ECMA-376, part 1, section 17.9).</summary>
internal sealed class WordNumbering
{
    private const int MostLevels = 9;

    private readonly Dictionary<string, Level?[]> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string List, int Level), int> _counted = [];

    /// <param name="numbering">The root of the part; <c>null</c> if the document has none.</param>
    public WordNumbering(XElement? numbering)
    {
        var templates = new Dictionary<string, Level?[]>(StringComparer.Ordinal);
        foreach (var template in numbering.Words("abstractNum"))
        {
            templates.TryAdd(template.Value("abstractNumId") ?? "", LevelsOf(template.Words("lvl")));
        }

        foreach (var list in numbering.Words("num"))
        {
            var template = list.Word("abstractNumId").Value() ?? "";
            var levels = templates.GetValueOrDefault(template) ?? new Level?[MostLevels];
            if (list.Value("numId") is { } id && !_lists.ContainsKey(id))
            {
                _lists[id] = Overridden(levels, list.Words("lvlOverride"));
            }
        }
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

        var level = Math.Clamp(properties.Word("ilvl").Number() ?? 0, 0, MostLevels - 1);
        var (format, start) = _lists.GetValueOrDefault(id)?[level] ?? new Level(null, null);
        if (format == "none")
        {
            return null;
        }

        var number = _counted.TryGetValue((id, level), out var last) ? last + 1 : start ?? 1;
        _counted[(id, level)] = number;
        for (var deeper = level + 1; deeper < MostLevels; deeper++)
        {
            _counted.Remove((id, deeper));
        }

        return new WordListItem(id, level, format is null or "bullet" ? null : Math.Clamp(number, 0, 999_999_999));
    }

    private static Level?[] LevelsOf(IEnumerable<XElement> definitions)
    {
        var levels = new Level?[MostLevels];
        foreach (var definition in definitions)
        {
            if (definition.Number("ilvl") is int at and >= 0 and < MostLevels)
            {
                levels[at] ??= Level.Read(definition);
            }
        }

        return levels;
    }

    private static Level?[] Overridden(Level?[] levels, IEnumerable<XElement> overrides)
    {
        var own = (Level?[])levels.Clone();
        foreach (var overriding in overrides)
        {
            if (overriding.Number("ilvl") is int at and >= 0 and < MostLevels && own[at] == levels[at])
            {
                var level = overriding.Word("lvl") is { } definition ? Level.Read(definition) : levels[at];
                own[at] = new Level(level?.Format, overriding.Word("startOverride").Number() ?? level?.Start);
            }
        }

        return own;
    }

    /// <summary>A level of a list, read once: documents have more items than levels.</summary>
    private sealed record Level(string? Format, int? Start)
    {
        public static Level Read(XElement definition) =>
            new(definition.Word("numFmt").Value(), definition.Word("start").Number());
    }
}

/// <summary>An item of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Level">From 0.</param>
/// <param name="Number"><c>null</c> for an item with a bullet.</param>
internal sealed record WordListItem(string List, int Level, int? Number);
