using System.Text.Json;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>The names of the parts of a page, to which links on other pages may lead.</summary>
public static class PageAnchors
{
    /// <summary>Stands for every name, where a page has too many to keep.</summary>
    private const string Any = "*";

    /// <summary>Half of what a column of the index holds.</summary>
    private const int MostCharacters = 14_000;

    /// <summary>The names as they are kept.</summary>
    public static EquatableList<string> Kept(IReadOnlyList<string> names) =>
        names.Sum(n => JsonEncodedText.Encode(n).EncodedUtf8Bytes.Length + 3) <= MostCharacters ? [.. names] : [Any];

    /// <summary>
    /// What a link finds at a page with these names. Each page begins at <c>top</c>, too (HTML, section 7.4.6.4);
    /// browsers search for the text behind <c>:~:</c> (URL Fragment Text Directives, section 3.3); and the renderer
    /// names footnotes.
    /// </summary>
    public static LinkState StateOf(EquatableList<string> names, string fragment) =>
        fragment is "" or "top"
        || fragment.StartsWith(":~:", StringComparison.Ordinal)
        || fragment.StartsWith("fn:", StringComparison.Ordinal)
        || fragment.StartsWith("fnref:", StringComparison.Ordinal)
        || names.Contains(fragment)
        || names.Contains(Any)
            ? LinkState.Found
            : LinkState.NoAnchor;
}
