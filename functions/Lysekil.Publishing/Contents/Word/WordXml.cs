using System.Globalization;
using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// The elements of WordprocessingML (ECMA-376, part 1, section 17), in the namespace of either of its conformance
/// classes.
/// </summary>
internal static class WordXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>The element's name if it is one of WordprocessingML; else empty.</summary>
    public static string WordName(this XElement element) =>
        element.Name.NamespaceName is Transitional or Strict ? element.Name.LocalName : "";

    /// <summary>The first child of a name.</summary>
    public static XElement? Word(this XElement? element, string name) =>
        element?.Elements().FirstOrDefault(e => e.WordName() == name);

    public static IEnumerable<XElement> Words(this XElement? element, string name) =>
        element?.Elements().Where(e => e.WordName() == name) ?? [];

    /// <summary>The value of an attribute, whatever its namespace; <c>null</c> if it is missing.</summary>
    public static string? Value(this XElement? element, string attribute = "val") =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;

    public static int? Number(this XElement? element, string attribute = "val") =>
        int.TryParse(
            element.Value(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Whether a toggle is on; <c>null</c> if it is missing (section 17.17.4).</summary>
    public static bool? Toggle(this XElement? properties, string name) =>
        properties.Word(name) is { } toggle ? IsOn(toggle) : null;

    /// <summary>Whether the element of a toggle says that it is on.</summary>
    public static bool IsOn(XElement toggle) => toggle.Value() is not ("0" or "false" or "off" or "none");
}
