using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup.Links;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// The links of a text to pages that sources claim. Pages that the site itself makes, and its files, need no check.
/// </summary>
internal sealed class SiteLinks
{
    /// <summary>How many links that lead nowhere an editor is told of at once.</summary>
    private const int MostTold = 5;

    private readonly List<SiteLink> _links;
    private readonly Func<Diagnostic, Diagnostic> _place;

    private SiteLinks(List<SiteLink> links, Func<Diagnostic, Diagnostic> place, bool dependOnAddress) =>
        (_links, _place, DependOnAddress) = (links, place, dependOnAddress);

    /// <summary>Whether the site's address decides which links are of the site.</summary>
    public bool DependOnAddress { get; }

    /// <summary>The links of a text; <c>null</c> if it has none that may be of the site.</summary>
    /// <param name="validation">The version that was validated.</param>
    /// <param name="baseUrl">The site's address: an absolute URL below it is one of the site.</param>
    public static SiteLinks? Of(ValidationResult validation, Uri baseUrl) =>
        validation is ValidationResult.Text { Body.Links: { Count: > 0 } all } text
            ? new SiteLinks(
                [.. all.Select(l => Of(l, baseUrl)).OfType<SiteLink>()], text.Place, all.Any(l => l.IsAbsolute))
            : null;

    /// <summary>
    /// The links to other pages than the text's own that are kept in step, each once; what is there is yet to be read.
    /// </summary>
    public IReadOnlyList<LinkedPage> Kept(PageKey own) =>
    [
        .. LinkedPage.Kept(_links
            .Where(l => l.Page != own)
            .Select(l => new LinkedPage(l.Page, l.Fragment, LinkState.Found))
            .Distinct()),
    ];

    /// <summary>What the editor is told of the links, each at its line.</summary>
    /// <param name="record">The text's record, with what is at the pages.</param>
    public IEnumerable<Diagnostic> Diagnostics(SourceRecord record)
    {
        var there = record.Links.ToDictionary(l => (l.Page, l.Fragment));
        return _links
            .Select(l => Find(l) switch
            {
                { State: LinkState.Scheduled, Opens: { } opens } =>
                    DiagnosticCatalog.PageScheduled(l.Line, l.Url, opens),
                { State: LinkState.NoPage } => DiagnosticCatalog.PageMissing(l.Line, l.Url),
                { State: LinkState.NoAnchor } => DiagnosticCatalog.PageAnchorMissing(l.Line, l.Url),
                _ => null,
            })
            .OfType<Diagnostic>()
            .Take(MostTold)
            .Select(_place);

        LinkedPage? Find(SiteLink link) => link.Page == record.Live?.Page
            ? new LinkedPage(link.Page, link.Fragment, PageAnchors.StateOf(record.Anchors, link.Fragment))
            : there.GetValueOrDefault((link.Page, link.Fragment));
    }

    private static SiteLink? Of(TextLink link, Uri baseUrl)
    {
        var url = link.Url;
        if (link.IsAbsolute)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
                || uri.IdnHost != baseUrl.IdnHost
                || (uri.Port != baseUrl.Port && !(uri.IsDefaultPort && baseUrl.IsDefaultPort)))
            {
                return null;
            }

            url = uri.AbsolutePath + uri.Fragment;
        }

        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(url[(hash + 1)..]);
        var path = url[..(url.AsSpan().IndexOfAny("?#") is >= 0 and var end ? end : url.Length)];
        return PageKey.FromUrl(path) is { IsReserved: false } page
            ? new SiteLink(page, fragment, link.Url, link.Line)
            : null;
    }

    /// <param name="Page">The page to which the link leads.</param>
    /// <param name="Fragment">The name of the part to which it leads; empty: to the whole page.</param>
    /// <param name="Url">The address as resolved.</param>
    /// <param name="Line">The line in the text.</param>
    private sealed record SiteLink(PageKey Page, string Fragment, string Url, int Line);
}
