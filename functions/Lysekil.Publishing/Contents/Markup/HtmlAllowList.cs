using System.Text.RegularExpressions;
using Ganss.Xss;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>
/// The HTML that editors may write inside Markdown. Everything else is taken out: there is no script, no style, no form
/// and no frame, and addresses have one of the schemes that links may have.
/// </summary>
public static partial class HtmlAllowList
{
    private static readonly string[] Tags =
    [
        "a", "abbr", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del",
        "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
        "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub", "summary",
        "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    ];

    private static readonly string[] Attributes =
    [
        "abbr", "alt", "cite", "class", "colspan", "datetime", "dir", "headers", "height", "href", "id", "lang", "open", "reversed",
        "role", "rowspan", "scope", "src", "start", "title", "type", "value", "width",
    ];

    /// <summary>The fragment without what is not allowed, its links and pictures by the site's rules.</summary>
    /// <param name="html">A fragment of a page.</param>
    /// <param name="source">Whose text it is: relative references start there.</param>
    /// <param name="page">The page's absolute URL where relative addresses are to become absolute.</param>
    internal static CleanHtml Clean(string html, SourcePath source, Uri? page)
    {
        var clean = new CleanHtml(source, page);
        var sanitizer = new HtmlSanitizer(Options);
        sanitizer.RemovingTag += (_, _) => clean.Removed = true;
        sanitizer.RemovingAttribute += (_, attribute) =>
        {
            if (attribute.Reason == RemoveReason.NotAllowedUrlValue)
            {
                clean.Drop(attribute.Attribute.Value);
                return;
            }

            // Any other order of focus than the text's own is a trap (WCAG 2.2, 2.4.3).
            attribute.Cancel = attribute.Attribute is { Name: "tabindex", Value: "0" };
            clean.Removed |= !attribute.Cancel;
        };
        sanitizer.RemovingComment += (_, _) => clean.Removed = true;
        sanitizer.FilterUrl += (_, url) =>
            url.SanitizedUrl = url.SanitizedUrl is not null && url.Tag.LocalName is "a" or "img" ? clean.Resolve(url.Tag, url.OriginalUrl) : url.SanitizedUrl;
        sanitizer.PostProcessDom += (_, dom) => clean.Complete(dom.Document);
        clean.Html = sanitizer.Sanitize(html, page?.AbsoluteUri ?? "");
        return clean;
    }

    /// <summary>Whether elements lie within each other in more levels than can be walked through, or than anybody means.</summary>
    public static bool IsTooDeep(string html)
    {
        const int MostLevels = 300;
        var level = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var isEnd = html[tag.Index + 1] == '/';
            level = isEnd ? Math.Max(0, level - 1) : level + 1;
            if (level > MostLevels)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The start or end of an element that may hold others.</summary>
    [GeneratedRegex(@"<(?!(?:br|hr|img|wbr|col)\b)/?[a-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    private static HtmlSanitizerOptions Options { get; } = new()
    {
        AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "http", "mailto", "tel" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "cite" },
    };
}
