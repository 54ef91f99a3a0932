using AngleSharp.Dom;
using Lysekil.Publishing.Contents.Markup.Links;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>Sanitised HTML, and what the sanitiser found.</summary>
/// <param name="source">The source of the text, at which relative references start, as those of Markdown do.</param>
/// <param name="page">The page's absolute URL if all addresses are to be absolute; else <c>null</c>.</param>
internal sealed class CleanHtml(SourcePath source, Uri? page)
{
    private readonly SortedSet<SourcePath> _assets = [];
    private readonly List<string> _links = [];
    private readonly List<DroppedUrl> _dropped = [];
    private readonly List<string> _nameless = [];
    private readonly HashSet<HtmlRemoval> _known = [];
    private readonly List<HtmlRemoval> _removals = [];

    public string Html { get; set; } = "";

    /// <summary>What was removed so that a reader sees a difference; each once, in the order of the text.</summary>
    public IReadOnlyList<HtmlRemoval> Removals => _removals;

    /// <summary>The site's own files to which the HTML refers; each once, in ordinal order.</summary>
    public IReadOnlyCollection<SourcePath> Assets => _assets;

    /// <summary>
    /// The addresses of links that may lead to other pages of the site, those of Markdown among them.
    /// </summary>
    public IEnumerable<string> Links => _links.Distinct();

    /// <summary>Addresses that were removed.</summary>
    public IEnumerable<DroppedUrl> Dropped => _dropped.Distinct();

    /// <summary>
    /// The addresses of pictures without an alternative text, not even the empty one of a decorative picture.
    /// </summary>
    public IEnumerable<string> Nameless => _nameless.Distinct();

    /// <summary>
    /// Resolves the address of a link or a picture by the site's rules; <c>null</c> if it must not be followed.
    /// </summary>
    public string? Resolve(IElement element, string url)
    {
        if (LinkTarget.Read(url, source, isImage: element.LocalName == "img") is not { } target)
        {
            return null;
        }

        if (!HtmlReplacement.IsInLeftOut(element))
        {
            Note(target, isLink: element.LocalName == "a");
        }

        return page is null ? target.Url : new Uri(page, target.Url).AbsoluteUri;
    }

    public void Drop(IElement element, string url)
    {
        if (!HtmlReplacement.IsInLeftOut(element))
        {
            _dropped.Add(new DroppedUrl(url, element.LocalName == "img"));
        }
    }

    /// <param name="element">The element that is removed, or of which an attribute is.</param>
    /// <param name="attribute">The name of the attribute; <c>null</c> if the element is removed.</param>
    /// <param name="withContent">Whether the element's content is removed with it.</param>
    public void AddRemoval(IElement element, string? attribute, bool withContent)
    {
        var removal = new HtmlRemoval(element.LocalName, attribute, withContent);

        // What is inside an element that is left out is left out with it.
        if (!_known.Contains(removal) && !HtmlReplacement.IsInLeftOut(element))
        {
            _known.Add(removal);
            _removals.Add(removal);
        }
    }

    /// <summary>
    /// Removes pictures without an address, and gives the others an alternative text (HTML, section 4.8.3).
    /// </summary>
    public void Complete(IParentNode fragment)
    {
        foreach (var picture in fragment.QuerySelectorAll("img"))
        {
            if (picture.GetAttribute("src") is not { } url)
            {
                picture.Remove();
            }
            else if (!picture.HasAttribute("alt"))
            {
                if (!HtmlReplacement.IsInLeftOut(picture))
                {
                    _nameless.Add(url);
                }

                picture.SetAttribute("alt", "");
            }
        }
    }

    private void Note(LinkTarget target, bool isLink)
    {
        if (target.Asset is { } asset)
        {
            _assets.Add(asset);
        }
        else if (isLink && TextLink.MayLeadToPage(target.Url))
        {
            _links.Add(target.Url);
        }
    }
}

/// <summary>An address that the sanitiser removed.</summary>
/// <param name="Url">The address as written.</param>
/// <param name="IsImage">Whether a picture was to be shown from it.</param>
internal readonly record struct DroppedUrl(string Url, bool IsImage);

/// <summary>HTML that the sanitiser removed.</summary>
/// <param name="Element">The element's name.</param>
/// <param name="Attribute">The attribute's name; <c>null</c> if the whole element was removed.</param>
/// <param name="WithContent">Whether the element's content was removed with it.</param>
internal readonly record struct HtmlRemoval(string Element, string? Attribute, bool WithContent);
