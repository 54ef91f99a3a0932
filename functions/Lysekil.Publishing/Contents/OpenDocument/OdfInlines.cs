using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.OpenDocument;

/// <summary>Turns the content of paragraphs into Word's runs.</summary>
/// <param name="styles">The document's styles.</param>
/// <param name="files">Gets the pictures.</param>
/// <param name="blocks">Turns the blocks of a note or a text box into Word's.</param>
internal sealed partial class OdfInlines(
    OdfStyles styles, OdfFiles files, Func<XElement, IEnumerable<XElement>> blocks)
{
    private const int MostSpaces = 100;

    private readonly XElement _notes = new(OdfXml.W + "footnotes");
    private int _count;

    /// <summary>The notes to which the text refers.</summary>
    public XElement Notes => _notes;

    public IEnumerable<XElement> Read(XElement parent) => parent.Nodes().SelectMany(n => Read(n, []));

    /// <param name="node">A node of a paragraph.</param>
    /// <param name="properties">The properties of its runs.</param>
    private IEnumerable<XElement> Read(XNode node, IReadOnlyList<XElement> properties) => node switch
    {
        XText text => [Run(properties, Text(Spaces().Replace(text.Value, " ")))],
        XElement element => Read(element, properties),
        _ => [],
    };

    private IEnumerable<XElement> Read(XElement element, IReadOnlyList<XElement> properties)
    {
        switch (element.OdfName())
        {
            case "text:s":
                return [Run(properties, Text(new string(' ', element.Odf("c", 1, MostSpaces))))];
            case "text:tab":
                return [Run(properties, new XElement(OdfXml.W + "tab"))];
            case "text:line-break":
                return [Run(properties, new XElement(OdfXml.W + "br"))];
            case "text:span":
                return Within(element, [.. styles.RunProperties(element.Odf("style-name")), .. properties]);
            case "text:a" when Link(element.Odf("href")) is { } link:
                link.Add(Within(element, properties));
                return [link];
            case "text:note":
                return [Run([], Note(element))];
            case "draw:frame" or "draw:g" or "draw:custom-shape" or "draw:rect" or "draw:line" or "draw:path":
                return [Run([], Drawing(element))];
            case "office:annotation" or "office:annotation-end" or "text:hidden-text" or "text:ruby-text"
                or "text:note-citation" or "text:tracked-changes":
                return [];
            default:
                // Fields, bookmarks and the like: what they hold is shown.
                return Within(element, properties);
        }
    }

    private IEnumerable<XElement> Within(XElement element, IReadOnlyList<XElement> properties) =>
        element.Nodes().SelectMany(n => Read(n, properties));

    private static XElement? Link(string? address) => string.IsNullOrWhiteSpace(address) || address.StartsWith('#')
        ? null
        : new XElement(
            OdfXml.W + "fldSimple",
            new XAttribute(
                OdfXml.W + "instr",
                $"HYPERLINK \"{address.Replace("\"", "%22", StringComparison.Ordinal)}\""));

    private XElement Note(XElement note)
    {
        var id = (++_count).ToString(CultureInfo.InvariantCulture);
        var body = note.Elements().FirstOrDefault(e => e.OdfName() == "text:note-body");
        _notes.Add(new XElement(
            OdfXml.W + "footnote", new XAttribute(OdfXml.W + "id", id), body is null ? [] : blocks(body)));
        return new XElement(OdfXml.W + "footnoteReference", new XAttribute(OdfXml.W + "id", id));
    }

    /// <summary>A picture, or a box with text; anything else is an object that cannot be shown.</summary>
    private XElement Drawing(XElement drawing)
    {
        var box = drawing.Elements().FirstOrDefault(e => e.OdfName() == "draw:text-box") ?? drawing;
        if (box.Elements().Any(e => e.OdfName() is "text:p" or "text:h" or "text:list"))
        {
            return new XElement(
                OdfXml.W + "drawing", new XElement("anchor", new XElement(OdfXml.W + "txbxContent", blocks(box))));
        }

        var image = drawing.Elements().FirstOrDefault(e => e.OdfName() == "draw:image");
        if (image.Odf("href") is not { } href || drawing.Elements().Any(e => e.OdfName() == "draw:object"))
        {
            return new XElement(OdfXml.W + "object");
        }

        var description = drawing.Elements().FirstOrDefault(e => e.Name.LocalName == "desc")?.Value
            ?? drawing.Elements().FirstOrDefault(e => e.Name.LocalName == "title")?.Value;
        return new XElement(
            OdfXml.W + "drawing",
            new XElement(
                drawing.Odf("anchor-type") == "as-char" ? "inline" : "anchor",
                new XElement("docPr", new XAttribute("descr", description ?? "")),
                new XElement("blip", new XAttribute("embed", files.Add(href)))));
    }

    private static XElement Run(IReadOnlyList<XElement> properties, XElement content) =>
        properties.Count == 0
            ? new XElement(OdfXml.W + "r", content)
            : new XElement(OdfXml.W + "r", new XElement(OdfXml.W + "rPr", properties), content);

    private static XElement Text(string text) => new(OdfXml.W + "t", text);

    [GeneratedRegex("[ \t\r\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
