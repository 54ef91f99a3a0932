using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup.Dialect;
using Lysekil.Publishing.Contents.Markup.Document;
using Lysekil.Publishing.Contents.Sources;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Links;

/// <summary>A text's links and pictures, resolved by the site's rules.</summary>
/// <param name="SiteLinks">The links within the site, and their addresses.</param>
/// <param name="Assets">The site's own files to which they refer; each once, in ordinal order.</param>
/// <param name="Links">The links that may lead to other pages of the site, in the order of the text.</param>
/// <param name="PictureHosts">The other hosts of which it shows pictures.</param>
/// <param name="Diagnostics">
/// Warnings about links that cannot be followed, pictures without a description, and pictures of other hosts.
/// </param>
internal sealed record LinkResolution(
    IReadOnlyList<(LinkInline Link, string Url)> SiteLinks,
    IReadOnlyList<SourcePath> Assets,
    IReadOnlyList<TextLink> Links,
    IReadOnlySet<string> PictureHosts,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>
    /// Resolves all links in the document in place; a link that must not be followed is replaced by its text.
    /// </summary>
    /// <param name="parts">The parts of the document.</param>
    /// <param name="source">Where relative references start.</param>
    /// <param name="lineOf">Gives the file's line for a line of the document.</param>
    public static LinkResolution Of(DocumentParts parts, SourcePath source, Func<int, int> lineOf)
    {
        var diagnostics = new List<Diagnostic>();
        var siteLinks = new List<(LinkInline, string)>();
        var assets = new SortedSet<SourcePath>();
        var links = new List<TextLink>();
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var link in parts.Links)
        {
            var line = lineOf(link.Line);
            var target = LinkTarget.Read(link.Url ?? "", source, link.IsImage);
            if (target is null)
            {
                diagnostics.Add(Dropped(link, source, line));
                ReplaceByText(link);
                continue;
            }

            link.Url = target.Url;
            if (target.Url[0] is '/' or '#' or '?')
            {
                siteLinks.Add((link, target.Url));
            }

            if (target.Asset is { } asset)
            {
                assets.Add(asset);
            }
            else if (!link.IsImage && TextLink.MayLeadToPage(target.Url))
            {
                links.Add(new TextLink(target.Url, line));
            }

            if (link.IsImage && PlainText.Of(link, Locale.Swedish).Length == 0)
            {
                diagnostics.Add(DiagnosticCatalog.AltMissing(line, link.Url));
            }

            if (link.IsImage && target.Host is { } host && hosts.Add(host))
            {
                diagnostics.Add(DiagnosticCatalog.PictureElsewhere(line, link.Url, host));
            }
        }

        foreach (var link in parts.Autolinks)
        {
            if (link.IsEmail)
            {
                continue;
            }

            var line = lineOf(link.Line);
            if (LinkTarget.Read(link.Url, source, isImage: false) is not { } target)
            {
                diagnostics.Add(DiagnosticCatalog.LinkDropped(line, link.Url));
                link.ReplaceBy(new LiteralInline(link.Url));
            }
            else if (TextLink.MayLeadToPage(target.Url))
            {
                links.Add(new TextLink(target.Url, line));
            }
        }

        return new LinkResolution(siteLinks, [.. assets], links, hosts, diagnostics);
    }

    private static Diagnostic Dropped(LinkInline link, SourcePath source, int line)
    {
        var url = link.Url ?? "";
        return !link.IsImage && LinkTarget.IsArticle(url, source)
            ? DiagnosticCatalog.LinkUndated(line, url)
            : DroppedAddress.Tell(line, url, link.IsImage);
    }

    private static void ReplaceByText(LinkInline link)
    {
        link.MoveChildrenAfter(link);
        link.Remove();
    }
}
