using System.Globalization;
using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.OpenDocument;

/// <summary>The files to which a document refers, as Word's relationships (ECMA-376, part 2, section 9.3).</summary>
internal sealed class OdfFiles
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>The relationships, with those of the parts that a document of Word has.</summary>
    public XElement Relationships { get; } = new(
        "Relationships",
        new[] { "styles", "numbering", "footnotes", "header" }.Select(part => Relationship(part, part, $"{part}.xml")));

    /// <summary>The relationship by which the package itself refers to the text.</summary>
    public static XElement OfPackage() => new(
        "Relationships", Relationship("document", "officeDocument", "word/document.xml"));

    /// <summary>Adds a file in the document, or an address outside of it.</summary>
    /// <returns>The identifier of the relationship.</returns>
    public string Add(string href)
    {
        if (!_ids.TryGetValue(href, out var id))
        {
            _ids[href] = id = string.Create(CultureInfo.InvariantCulture, $"file{_ids.Count}");
            var isExternal = href.Contains(':', StringComparison.Ordinal);
            var entry = Relationship(id, "image", isExternal ? href : "/" + href.TrimStart('.', '/'));
            if (isExternal)
            {
                entry.Add(new XAttribute("TargetMode", "External"));
            }

            Relationships.Add(entry);
        }

        return id;
    }

    private static XElement Relationship(string id, string type, string target) => new(
        "Relationship",
        new XAttribute("Id", id),
        new XAttribute("Type", "/" + type),
        new XAttribute("Target", target));
}
