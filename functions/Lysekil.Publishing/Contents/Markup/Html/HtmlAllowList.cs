using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ganss.Xss;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>
/// The HTML that editors may write inside Markdown. Of everything else only the text remains: no script, style, form
/// or frame, and addresses have one of the allowed schemes.
/// </summary>
public static partial class HtmlAllowList
{
    private static readonly string[] Tags =
    [
        "a", "abbr", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd",
        "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr",
        "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span",
        "strong", "sub", "summary",
        "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    ];

    private static readonly string[] Attributes =
    [
        "abbr", "alt", "cite", "class", "colspan", "datetime", "dir", "headers", "height", "href", "id", "lang",
        "open", "reversed",
        "role", "rowspan", "scope", "src", "start", "title", "type", "value", "width",
    ];

    /// <summary>Removes what is not allowed, and resolves links and pictures by the site's rules.</summary>
    /// <param name="html">A fragment of a page.</param>
    /// <param name="source">The source of the text, at which relative references start.</param>
    /// <param name="page">The page's absolute URL if all addresses are to be absolute; else <c>null</c>.</param>
    internal static CleanHtml Clean(string html, SourcePath source, Uri? page)
    {
        var findings = new HtmlFindings(source, page);
        var sanitizer = new HtmlSanitizer(Options)
        {
            // The formatter escapes it.
            EncodeLiteralTextElementContent = _ => { },
        };
        sanitizer.RemovingTag += (_, removal) => removal.Cancel = IsReplaced(removal.Tag, findings);
        sanitizer.RemovingAttribute += (_, removal) => RemoveAttribute(removal, findings);
        sanitizer.FilterUrl += (_, url) =>
            url.SanitizedUrl = url.SanitizedUrl is not null && url.Tag.LocalName is "a" or "img"
                ? findings.Resolve(url.Tag, url.OriginalUrl)
                : url.SanitizedUrl;
        sanitizer.PostProcessDom += (_, dom) => findings.Complete(dom.Document);
        return findings.In(sanitizer.Sanitize(
            html, page?.AbsoluteUri ?? "", new ReplacingFormatter(Options.AllowedTags.Contains)));
    }

    /// <summary>
    /// Whether the element stays in the document, and the formatter replaces it. Style sheets are removed before the
    /// sanitiser reads them, and templates since their content is another document.
    /// </summary>
    private static bool IsReplaced(IElement element, HtmlFindings findings)
    {
        if (HtmlReplacement.IsLeftOut(element))
        {
            findings.AddRemoval(element, attribute: null, withContent: true);
            return element.LocalName is not ("script" or "style" or "template");
        }

        if (HtmlReplacement.IsSeen(element))
        {
            findings.AddRemoval(element, attribute: null, withContent: !element.HasChildNodes);
        }

        if (element.LocalName == "center")
        {
            HtmlAlignment.Keep(element);
        }

        return true;
    }

    private static void RemoveAttribute(RemovingAttributeEventArgs removal, HtmlFindings findings)
    {
        var (element, attribute) = (removal.Tag, removal.Attribute);
        if (removal.Reason == RemoveReason.NotAllowedUrlValue)
        {
            findings.AddDropped(element, attribute.Value);
            return;
        }

        // Focus must follow the order of the text (WCAG 2.2, 2.4.3).
        removal.Cancel = attribute is { Name: "tabindex", Value: "0" };
        if (attribute.Name == "name" && element.LocalName == "a")
        {
            // The older way to name a place (HTML, section 16.2).
            element.Id = element.HasAttribute("id") ? element.Id : attribute.Value;
            return;
        }

        if (attribute.Name is "align" or "style")
        {
            HtmlAlignment.Keep(element);
        }

        if (!removal.Cancel
            && Options.AllowedTags.Contains(element.LocalName)
            && !HtmlAlignment.IsUnseenWithout(element, attribute))
        {
            findings.AddRemoval(element, attribute.Name, withContent: false);
        }
    }

    /// <summary>The limit of elements; a text of more takes the sanitiser a second and longer.</summary>
    public const int MostElements = 10_000;

    /// <summary>
    /// Whether there are more elements than <see cref="MostElements"/>, each with a start and an end tag.
    /// </summary>
    public static bool HasTooManyElements(string html) => Tag().Count(html) > 2 * MostElements;

    /// <summary>
    /// Whether elements are nested deeper than the sanitiser can recurse, and than any real text needs.
    /// </summary>
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

    /// <summary>The start or end tag of an element that may contain others.</summary>
    [GeneratedRegex(@"<(?!(?:br|hr|img|wbr|col)\b)/?[a-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    private static HtmlSanitizerOptions Options { get; } = new()
    {
        AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "https", "http", "mailto", "tel", "embedded",
        },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src", "cite" },
    };
}
