using AngleSharp.Dom;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>Sanitised HTML, and what the sanitiser found.</summary>
/// <param name="source">The source of the text, at which relative references start, as those of Markdown do.</param>
/// <param name="page">The page's absolute URL if all addresses are to be absolute; else <c>null</c>.</param>
internal sealed class CleanHtml(SourcePath source, Uri? page)
{
    private readonly SortedSet<SourcePath> _assets = [];
    private readonly List<string> _dropped = [];
    private readonly List<string> _nameless = [];

    public string Html { get; set; } = "";

    /// <summary>Whether elements, attributes or comments were removed.</summary>
    public bool Removed { get; set; }

    /// <summary>The site's own files to which the HTML refers; each once, in ordinal order.</summary>
    public IReadOnlyCollection<SourcePath> Assets => _assets;

    /// <summary>Addresses that were removed.</summary>
    public IEnumerable<string> Dropped => _dropped.Distinct();

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

        if (target.Asset is { } asset)
        {
            _assets.Add(asset);
        }

        return page is null ? target.Url : new Uri(page, target.Url).AbsoluteUri;
    }

    public void Drop(string url) => _dropped.Add(url);

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
                _nameless.Add(url);
                picture.SetAttribute("alt", "");
            }
        }
    }
}
