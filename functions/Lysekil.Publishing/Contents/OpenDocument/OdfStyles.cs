using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.OpenDocument;

/// <summary>
/// The styles of a document. A program makes one for each way in which an editor has formatted something, and bases it
/// on a style with a name of its own.
/// </summary>
internal sealed class OdfStyles
{
    private const int MostAncestors = 20;

    private readonly Dictionary<(string Family, string Name), XElement> _styles = [];
    private readonly Dictionary<string, XElement> _lists = new(StringComparer.Ordinal);

    /// <param name="roots">The elements that hold styles; one may be missing.</param>
    public OdfStyles(params IEnumerable<XElement?> roots)
    {
        foreach (var style in roots.OfType<XElement>().SelectMany(r => r.Elements()).SelectMany(e => e.Elements()))
        {
            if (style.Odf("name") is not { } name)
            {
                continue;
            }

            if (style.OdfName() == "style:style")
            {
                _styles.TryAdd((style.Odf("family") ?? "", name), style);
            }
            else if (style.OdfName() == "text:list-style")
            {
                _lists.TryAdd(name, style);
            }
        }
    }

    /// <summary>The properties of runs, in Word's elements, that a style of text has.</summary>
    public IEnumerable<XElement> RunProperties(string? style)
    {
        var properties = Chain("text", style)
            .Select(s => s.Elements().FirstOrDefault(e => e.OdfName() == "style:text-properties"))
            .OfType<XElement>()
            .ToList();
        string? Value(string name) => properties.Select(p => p.Odf(name)).FirstOrDefault(v => v is not null);

        if (Value("font-weight") is "bold" or "600" or "700" or "800" or "900")
        {
            yield return new XElement(OdfXml.W + "b");
        }

        if (Value("font-style") is "italic" or "oblique")
        {
            yield return new XElement(OdfXml.W + "i");
        }

        if (Value("text-line-through-style") is not (null or "none"))
        {
            yield return new XElement(OdfXml.W + "strike");
        }

        if (Value("text-position")?.Split(' ')[0] is { } position && position is not ("0%" or "0"))
        {
            var isLow = position == "sub" || position.StartsWith('-');
            yield return OdfXml.WithValue("vertAlign", isLow ? "subscript" : "superscript");
        }

        if (Value("display") == "none")
        {
            yield return new XElement(OdfXml.W + "vanish");
        }
    }

    /// <summary>The style of Word that means the same as a paragraph's; <c>null</c> for plain text.</summary>
    public string? ParagraphStyle(string? style) => Chain("paragraph", style)
        .Select(s => s.Odf("parent-style-name"))
        .Prepend(style)
        .Select(name => name switch
        {
            "Quotations" => "Quote",
            "Title" => "Title",
            "Caption" => "caption",
            _ => null,
        })
        .FirstOrDefault(name => name is not null);

    /// <summary>How the items of a list are numbered at a level, from 1.</summary>
    /// <returns>Word's name of the format, and the first number.</returns>
    public (string Format, int Start) ListLevel(string? style, int level)
    {
        var definition = style is not null && _lists.TryGetValue(style, out var list)
            ? list.Elements().FirstOrDefault(l => l.Odf("level", 0, 10) == level)
            : null;
        return definition?.OdfName() != "text:list-level-style-number" ? ("bullet", 1)
            : string.IsNullOrEmpty(definition.Odf("num-format")) ? ("none", 1)
            : ("decimal", definition.Odf("start-value", 1, 999_999));
    }

    private IEnumerable<XElement> Chain(string family, string? name)
    {
        for (var i = 0; i < MostAncestors && name is not null; i++)
        {
            if (!_styles.TryGetValue((family, name), out var style))
            {
                yield break;
            }

            yield return style;
            name = style.Odf("parent-style-name");
        }
    }
}
