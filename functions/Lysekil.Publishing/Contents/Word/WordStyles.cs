using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// The styles of a document. Each program names styles in its language; their kind is told by the built-in name that
/// the style, or a style on which it is based, has (ECMA-376, part 1, section 17.7.4.9).
/// </summary>
internal sealed class WordStyles
{
    private const int MostAncestors = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly string? _default;

    /// <param name="styles">The root of the part; <c>null</c> if the document has none.</param>
    public WordStyles(XElement? styles)
    {
        foreach (var style in styles.Words("style"))
        {
            if (style.Value("styleId") is { } id)
            {
                _styles.TryAdd(id, Style.Read(style));
                if (style.Value("type") == "paragraph" && style.Value("default") is "1" or "true" or "on")
                {
                    _default = id;
                }
            }
        }
    }

    /// <summary>What a paragraph is by its style and its own outline level.</summary>
    public WordParagraphKind KindOf(XElement? properties)
    {
        if (properties.Word("outlineLvl").Number() is int outline and >= 0 and <= 8)
        {
            return WordParagraphKind.Heading(outline + 1);
        }

        foreach (var style in Chain(properties.Word("pStyle").Value() ?? _default))
        {
            if (WordParagraphKind.OfStyle(style.Name) is { } kind)
            {
                return kind;
            }

            if (style.Outline is int level and >= 0 and <= 8)
            {
                return WordParagraphKind.Heading(level + 1);
            }
        }

        return WordParagraphKind.Text;
    }

    /// <summary>The numbering of a paragraph: its own, or that of its style.</summary>
    public XElement? NumberingOf(XElement? properties) =>
        properties.Word("numPr") ?? Chain(properties.Word("pStyle").Value() ?? _default)
            .Select(s => s.Numbering)
            .FirstOrDefault(n => n is not null);

    /// <summary>Whether a run has a property of its own, or by its character style.</summary>
    public bool Has(XElement? properties, string toggle) =>
        properties.Toggle(toggle)
        ?? Chain(properties.Word("rStyle").Value())
            .Select(s => s.Toggles.TryGetValue(toggle, out var isOn) ? isOn : (bool?)null)
            .FirstOrDefault(t => t is not null)
        ?? false;

    private IEnumerable<Style> Chain(string? id)
    {
        for (var i = 0; i < MostAncestors && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    /// <summary>What is asked of a style, read once: documents have more runs than styles.</summary>
    private sealed record Style(
        string Name, string? BasedOn, int? Outline, XElement? Numbering, IReadOnlyDictionary<string, bool> Toggles)
    {
        public static Style Read(XElement style)
        {
            var toggles = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (var property in style.Word("rPr")?.Elements() ?? [])
            {
                toggles.TryAdd(property.WordName(), WordXml.IsOn(property));
            }

            return new Style(
                style.Word("name").Value() ?? "",
                style.Word("basedOn").Value(),
                style.Word("pPr").Word("outlineLvl").Number(),
                style.Word("pPr").Word("numPr"),
                toggles);
        }
    }
}
