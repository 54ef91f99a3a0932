using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.OpenDocument;

/// <summary>
/// Turns an OpenDocument text (OASIS OpenDocument 1.3) into the parts of a document of Word, as far as the reader of
/// those looks at them: so both go by the same rules from there on.
/// </summary>
internal sealed class OdfText
{
    /// <summary>The styles of Word that are told apart.</summary>
    private static readonly string[] StyleNames = ["Quote", "Title", "caption"];

    private readonly OdfStyles _styles;
    private readonly OdfLists _lists;
    private readonly OdfFiles _files = new();
    private readonly OdfInlines _inlines;

    private OdfText(XElement content, XElement? styles)
    {
        _styles = new OdfStyles(content, styles);
        _lists = new OdfLists(_styles);
        _inlines = new OdfInlines(_styles, _files, Blocks);
    }

    /// <summary>The parts of the document, by their names in a document of Word.</summary>
    /// <param name="content">The root of <c>content.xml</c>.</param>
    /// <param name="styles">The root of <c>styles.xml</c>; <c>null</c> if it is missing.</param>
    public static IReadOnlyDictionary<string, XElement> ToWord(XElement content, XElement? styles)
    {
        var text = new OdfText(content, styles);
        var body = content.Elements().Where(e => e.OdfName() == "office:body")
            .SelectMany(e => e.Elements())
            .FirstOrDefault(e => e.OdfName() == "office:text");
        var document = new XElement(OdfXml.W + "document");
        if (body is not null)
        {
            document.Add(new XElement(OdfXml.W + "body", text.Blocks(body)));
        }

        return new Dictionary<string, XElement>(StringComparer.Ordinal)
        {
            ["_rels/.rels"] = OdfFiles.OfPackage(),
            ["word/document.xml"] = document,
            ["word/_rels/document.xml.rels"] = text._files.Relationships,
            ["word/styles.xml"] = Styles(),
            ["word/numbering.xml"] = text._lists.Numbering,
            ["word/footnotes.xml"] = text._inlines.Notes,
            ["word/header.xml"] = new XElement(OdfXml.W + "hdr", text.Margins(styles)),
        };
    }

    private static XElement Styles() => new(
        OdfXml.W + "styles",
        StyleNames.Select(name => new XElement(
            OdfXml.W + "style", new XAttribute(OdfXml.W + "styleId", name), OdfXml.WithValue("name", name))));

    private IEnumerable<XElement> Margins(XElement? styles) => styles is null ? [] : styles.Descendants()
        .Where(e => e.OdfName() is "style:header" or "style:footer")
        .SelectMany(Blocks);

    private IEnumerable<XElement> Blocks(XElement parent) => parent.Elements().SelectMany(Block).ToList();

    private IEnumerable<XElement> Block(XElement element)
    {
        switch (element.OdfName())
        {
            case "text:h":
                return [Paragraph(element, OdfXml.WithValue("outlineLvl", element.Odf("outline-level", 1, 9) - 1))];
            case "text:p":
                var style = _styles.ParagraphStyle(element.Odf("style-name"));
                return [Paragraph(element, style is null ? null : OdfXml.WithValue("pStyle", style))];
            case "text:list":
                return List(element);
            case "table:table":
                return [Table(element)];
            case "text:table-of-content":
                return [Contents()];
            case "draw:frame" or "draw:g" or "draw:custom-shape":
                return [new XElement(OdfXml.W + "p", _inlines.Read(new XElement("p", element)))];
            case "text:section" when element.Odf("display") == "none":
            case "text:tracked-changes" or "text:index-title-template" or "office:forms" or "text:sequence-decls":
                return [];
            default:
                return Blocks(element);
        }
    }

    private XElement Paragraph(XElement element, XElement? properties) => properties is null
        ? new XElement(OdfXml.W + "p", _inlines.Read(element))
        : new XElement(OdfXml.W + "p", new XElement(OdfXml.W + "pPr", properties), _inlines.Read(element));

    /// <summary>The first paragraph of an item has the number, and others stand below it.</summary>
    private List<XElement> List(XElement list)
    {
        _lists.Begin(list);
        var blocks = new List<XElement>();
        foreach (var item in list.Elements().Where(e => e.OdfName() is "text:list-item" or "text:list-header"))
        {
            var isFirst = item.OdfName() == "text:list-item";
            foreach (var element in item.Elements())
            {
                List<XElement> inner = [.. Block(element)];
                if (isFirst && element.OdfName() == "text:p")
                {
                    var properties = inner[0].Element(OdfXml.W + "pPr");
                    if (properties is null)
                    {
                        inner[0].AddFirst(properties = new XElement(OdfXml.W + "pPr"));
                    }

                    properties.Add(_lists.Item());
                    isFirst = false;
                }

                blocks.AddRange(inner);
            }
        }

        _lists.End();
        return blocks;
    }

    private XElement Table(XElement table) => new(
        OdfXml.W + "tbl",
        table.Descendants()
            .Where(e => e.OdfName() == "table:table-row" && TableOf(e) == table)
            .Select(row => new XElement(OdfXml.W + "tr", Cells(row))));

    private static XElement TableOf(XElement row) => row.Ancestors().First(a => a.OdfName() == "table:table");

    private IEnumerable<XElement> Cells(XElement row)
    {
        var covered = 0;
        foreach (var cell in row.Elements().ToList())
        {
            if (cell.OdfName() == "table:table-cell")
            {
                var span = cell.Odf("number-columns-spanned", 1, 63);
                covered = span - 1;
                yield return new XElement(
                    OdfXml.W + "tc",
                    new XElement(OdfXml.W + "tcPr", OdfXml.WithValue("gridSpan", span)),
                    Blocks(cell));
            }
            else if (cell.OdfName() == "table:covered-table-cell" && covered-- <= 0)
            {
                yield return new XElement(
                    OdfXml.W + "tc", new XElement(OdfXml.W + "tcPr", new XElement(OdfXml.W + "vMerge")));
            }
        }
    }

    private static XElement Contents() => new(
        OdfXml.W + "sdt",
        new XElement(
            OdfXml.W + "sdtPr",
            new XElement(OdfXml.W + "docPartObj", OdfXml.WithValue("docPartGallery", "Table of Contents"))));
}
