using System.Globalization;
using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.OpenDocument;

/// <summary>
/// The elements of OpenDocument (OASIS OpenDocument 1.3, part 3), and those of Word that are made of them.
/// </summary>
internal static class OdfXml
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Prefix = "urn:oasis:names:tc:opendocument:xmlns:";

    /// <summary>The element's name with its usual prefix, as <c>text:p</c>; empty if it is of another kind.</summary>
    public static string OdfName(this XElement element)
    {
        var space = element.Name.NamespaceName;
        if (!space.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return "";
        }

        var end = space.IndexOf(':', Prefix.Length);
        var prefix = end < 0 ? "" : space[Prefix.Length..end];
        return $"{(prefix == "drawing" ? "draw" : prefix)}:{element.Name.LocalName}";
    }

    /// <summary>The value of an attribute, whatever its namespace; <c>null</c> if it is missing.</summary>
    public static string? Odf(this XElement? element, string attribute) =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;

    /// <summary>A number in an attribute, within limits.</summary>
    public static int Odf(this XElement element, string attribute, int usual, int most) =>
        int.TryParse(element.Odf(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, most)
            : usual;

    /// <summary>An element of Word with a value.</summary>
    public static XElement WithValue(string name, object value) => new(W + name, new XAttribute(W + "val", value));
}
