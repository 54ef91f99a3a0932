using System.Globalization;
using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.OpenDocument;

/// <summary>The lists of a document, and their definitions in Word's elements.</summary>
internal sealed class OdfLists(OdfStyles styles)
{
    private const int MostLevels = 9;

    private readonly XElement _numbering = new(OdfXml.W + "numbering");
    private readonly Stack<(int Number, string? Style)> _open = new();
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The definitions of all lists that were opened.</summary>
    public XElement Numbering => _numbering;

    /// <summary>Begins a list, or one within it.</summary>
    public void Begin(XElement list)
    {
        var style = list.Odf("style-name") ?? (_open.TryPeek(out var outer) ? outer.Style : null);
        _open.Push((_open.Count > 0 ? Within(style) : New(style, list.Odf("continue-numbering") == "true"), style));
    }

    public void End() => _open.Pop();

    /// <summary>The properties of an item's paragraph; <c>null</c> outside of lists.</summary>
    public XElement? Item() => _open.Count == 0 ? null : new XElement(
        OdfXml.W + "numPr",
        OdfXml.WithValue("ilvl", Math.Min(_open.Count, MostLevels) - 1),
        OdfXml.WithValue("numId", _open.Peek().Number));

    /// <summary>A list within another is a level of it, unless it has a style of its own.</summary>
    private int Within(string? style) => _open.Peek().Style == style ? _open.Peek().Number : New(style, false);

    private int New(string? style, bool goesOn)
    {
        if (goesOn && _last.TryGetValue(style ?? "", out var before))
        {
            return before;
        }

        var number = _last[style ?? ""] = ++_count;
        _numbering.Add(
            new XElement(
                OdfXml.W + "abstractNum",
                new XAttribute(OdfXml.W + "abstractNumId", number),
                Enumerable.Range(1, MostLevels).Select(level => Level(style, level))),
            new XElement(
                OdfXml.W + "num",
                new XAttribute(OdfXml.W + "numId", number),
                OdfXml.WithValue("abstractNumId", number.ToString(CultureInfo.InvariantCulture))));
        return number;
    }

    private XElement Level(string? style, int level)
    {
        var (format, start) = styles.ListLevel(style, level);
        return new XElement(
            OdfXml.W + "lvl",
            new XAttribute(OdfXml.W + "ilvl", level - 1),
            OdfXml.WithValue("start", start),
            OdfXml.WithValue("numFmt", format));
    }
}
