using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lysekil.Desk.Preview;

/// <summary>
/// A page of the site as the desk shows it: style sheet and pictures come through the desk, links lead to the site in a
/// window of their own, and nothing runs or is indexed.
/// </summary>
internal sealed partial class PreviewDocument
{
    /// <summary>Where the desk serves the site's own files.</summary>
    public const string SiteFiles = "/desk/webbplats";

    /// <summary>The policy of a previewed page, in the page and in the header of its answer.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' https: data:; base-uri 'none'; form-action 'none'";

    private const string NoScript = "script, noscript, iframe, frame, object, embed, base, meta[http-equiv], "
        + "meta[property], meta[name=robots], link:not([rel=stylesheet]):not([rel=icon])";

    private readonly IDocument _document;

    private PreviewDocument(IDocument document) => _document = document;

    /// <param name="html">The page, as the engine rendered it.</param>
    /// <param name="site">The site's address.</param>
    public static PreviewDocument Of(ReadOnlyMemory<byte> html, Uri site)
    {
        using var content = new MemoryStream(html.ToArray());
        var document = new HtmlParser().ParseDocument(content);
        foreach (var element in document.QuerySelectorAll(NoScript))
        {
            element.Remove();
        }

        foreach (var handler in document.All.SelectMany(e => e.Attributes).Where(IsHandler).ToList())
        {
            handler.OwnerElement!.RemoveAttribute(handler.Name);
        }

        foreach (var element in document.QuerySelectorAll("link[href], img[src], source[src], video[poster]"))
        {
            foreach (var name in new[] { "href", "src", "poster" })
            {
                Rewrite(element, name);
            }
        }

        foreach (var element in document.QuerySelectorAll("[srcset]"))
        {
            element.SetAttribute(
                "srcset", RootedInSet().Replace(element.GetAttribute("srcset")!, $"$1{SiteFiles}/"));
        }

        foreach (var link in document.QuerySelectorAll("a[href], area[href]"))
        {
            Lead(link, site);
        }

        AddMeta(document, "name", "robots", "noindex, nofollow");
        AddMeta(document, "http-equiv", "Content-Security-Policy", Policy);
        return new PreviewDocument(document);
    }

    /// <summary>
    /// Makes links to parts of the page lead there also in a frame whose page is its <c>srcdoc</c>: it takes relative
    /// addresses from the page around it, and would go there (HTML, "fallback base URL").
    /// </summary>
    public PreviewDocument ForSourceDocument()
    {
        foreach (var link in _document.QuerySelectorAll("a[href^='#'], area[href^='#']"))
        {
            link.SetAttribute("href", "about:srcdoc" + link.GetAttribute("href"));
        }

        return this;
    }

    /// <summary>Adds a line above the page, as plain text, with a style sheet for it.</summary>
    public PreviewDocument WithNote(string note, string styleSheet)
    {
        var link = _document.CreateElement("link");
        link.SetAttribute("rel", "stylesheet");
        link.SetAttribute("href", styleSheet);
        _document.Head!.AppendChild(link);
        var line = _document.CreateElement("p");
        line.ClassName = "preview-note";
        line.SetAttribute("role", "note");
        line.SetAttribute("lang", "sv");
        line.TextContent = note;
        _document.Body!.Prepend(line);
        return this;
    }

    public override string ToString() => _document.ToHtml();

    private static bool IsHandler(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private static void Rewrite(IElement element, string name)
    {
        if (element.GetAttribute(name) is { } url && IsRooted(url))
        {
            element.SetAttribute(name, SiteFiles + url);
        }
    }

    private static void Lead(IElement link, Uri site)
    {
        var url = link.GetAttribute("href")!;
        if (url.StartsWith('#'))
        {
            return;
        }

        if (IsRooted(url))
        {
            link.SetAttribute("href", new Uri(site, url).AbsoluteUri);
        }

        link.SetAttribute("target", "_blank");
        link.SetAttribute("rel", "noopener noreferrer");
    }

    private static void AddMeta(IDocument document, string attribute, string name, string content)
    {
        var meta = document.CreateElement("meta");
        meta.SetAttribute(attribute, name);
        meta.SetAttribute("content", content);
        document.Head!.Prepend(meta);
    }

    /// <summary>Whether the address is a path of the site; one that begins with two slashes names a host.</summary>
    private static bool IsRooted(string url) =>
        url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex("(^|,\\s*)/(?!/)", RegexOptions.CultureInvariant)]
    private static partial Regex RootedInSet();
}
