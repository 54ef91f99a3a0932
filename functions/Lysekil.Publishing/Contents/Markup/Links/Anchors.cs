using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Markup.Document;
using Markdig.Helpers;
using Markdig.Renderers.Html;

namespace Lysekil.Publishing.Contents.Markup.Links;

/// <summary>Checks the links within a text: whether a heading, or an element of HTML, has their name.</summary>
internal static partial class Anchors
{
    /// <summary>
    /// Gives a link whose name differs from a heading's in its letters' case, or is the heading itself, the heading's
    /// name. Headings must have their names.
    /// </summary>
    /// <returns>The links that lead nowhere, each with its line, from 0.</returns>
    public static IReadOnlyList<(string Url, int Line)> Resolve(DocumentParts parts)
    {
        Dictionary<string, string>? names = null;
        List<(string, int)>? missing = null;
        foreach (var link in parts.Links)
        {
            // The page itself begins at "#" and "#top" (HTML, section 7.4.6.4).
            if (link is { IsImage: false, Url: ['#', _, ..] url } && url is not "#top")
            {
                names ??= NamesOf(parts);
                var name = Uri.UnescapeDataString(url[1..]);
                if (names.TryGetValue(name, out var found)
                    || names.TryGetValue(LinkHelper.UrilizeAsGfm(name), out found))
                {
                    link.Url = found == name ? url : "#" + found;
                }
                else
                {
                    (missing ??= []).Add((url, link.Line));
                }
            }
        }

        return missing ?? [];
    }

    /// <summary>The names to which a link on another page may lead; each once, in ordinal order.</summary>
    public static IReadOnlyList<string> In(DocumentParts parts) =>
        parts.Headings.Count + parts.Html.Count == 0 ? [] : [.. NamesOf(parts).Values.Order(StringComparer.Ordinal)];

    /// <summary>The names of headings and of elements in HTML, by what a link may call them.</summary>
    private static Dictionary<string, string> NamesOf(DocumentParts parts)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in parts.Headings.Select(h => h.TryGetAttributes()?.Id).OfType<string>())
        {
            names.TryAdd(name, name);
        }

        foreach (var html in parts.Html.Select(DocumentParts.TextOf))
        {
            foreach (Match match in HtmlName().Matches(html))
            {
                names.TryAdd(match.Groups["name"].Value, match.Groups["name"].Value);
            }
        }

        return names;
    }

    [GeneratedRegex(
        @"\b(?:id|name(?<=<a\b[^<>]*name))\s*=\s*[""']?(?<name>[^""'\s>]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlName();
}
