using AngleSharp.Dom;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Markup;

/// <summary>HTML that holds nothing but the allow-list, and what was found out about it on the way.</summary>
/// <param name="source">Whose text it is: relative references start there, as those of Markdown do.</param>
/// <param name="page">The page's absolute URL where all addresses are to become absolute; else <c>null</c>.</param>
internal sealed class CleanHtml(SourcePath source, Uri? page)
{
    private readonly SortedSet<SourcePath> _assets = [];
    private readonly List<string> _dropped = [];
    private readonly List<string> _nameless = [];

    public string Html { get; set; } = "";

    /// <summary>Whether elements, attributes or comments had to go.</summary>
    public bool Removed { get; set; }

    /// <summary>The site's own files that it refers to; each once, in ordinal order.</summary>
    public IReadOnlyCollection<SourcePath> Assets => _assets;

    /// <summary>Addresses that had to go.</summary>
    public IEnumerable<string> Dropped => _dropped.Distinct();

    /// <summary>The addresses of pictures that say nothing to those who do not see them, not even that they are mere ornament.</summary>
    public IEnumerable<string> Nameless => _nameless.Distinct();

    /// <summary>Where an address of a link or a picture leads by the site's rules; <c>null</c> where it must not be followed.</summary>
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

    /// <summary>A picture without an address is none, and each has a text in its place (HTML, section 4.8.3).</summary>
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
