using AngleSharp.Dom;
using Lysekil.Publishing.Contents.Markup.Links;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>
/// Resolves and completes what the sanitiser meets in a text, and notes what its editor is told. What is inside an
/// element that is left out is left out with it, and not noted. One instance for each text.
/// </summary>
/// <param name="source">The source of the text, at which relative references start, as those of Markdown do.</param>
/// <param name="page">The page's absolute URL if all addresses are to be absolute; else <c>null</c>.</param>
internal sealed class HtmlFindings(SourcePath source, Uri? page)
{
    private readonly SortedSet<SourcePath> _assets = [];
    private readonly OrderedSet<string> _links = new();
    private readonly OrderedSet<DroppedUrl> _dropped = new();
    private readonly OrderedSet<string> _nameless = new();
    private readonly OrderedDictionary<string, string> _elsewhere = new(StringComparer.OrdinalIgnoreCase);
    private readonly OrderedSet<HtmlRemoval> _removals = new();

    /// <summary>The sanitised HTML with what was found.</summary>
    public CleanHtml In(string html) =>
        new(html, _removals.Items, _assets, _links.Items, _dropped.Items, _nameless.Items, _elsewhere);

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
            Add(target, isLink: element.LocalName == "a");
        }

        return page is null ? target.Url : new Uri(page, target.Url).AbsoluteUri;
    }

    public void AddDropped(IElement element, string url)
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
        if (!_removals.Contains(removal) && !HtmlReplacement.IsInLeftOut(element))
        {
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

    private void Add(LinkTarget target, bool isLink)
    {
        if (target.Asset is { } asset)
        {
            _assets.Add(asset);
        }
        else if (isLink && TextLink.MayLeadToPage(target.Url))
        {
            _links.Add(target.Url);
        }
        else if (!isLink && target.Host is { } host)
        {
            _elsewhere.TryAdd(host, target.Url);
        }
    }

    /// <summary>Items, each once, in the order in which they were added.</summary>
    private sealed class OrderedSet<T>
    {
        private readonly HashSet<T> _known = [];
        private readonly List<T> _items = [];

        public IReadOnlyList<T> Items => _items;

        public bool Contains(T item) => _known.Contains(item);

        public void Add(T item)
        {
            if (_known.Add(item))
            {
                _items.Add(item);
            }
        }
    }
}
