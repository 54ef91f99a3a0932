using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>Reads what is at the pages to which texts link.</summary>
internal sealed class LinkTargets(SiteIndex index)
{
    /// <summary>
    /// The links as they are now: a query for each page; for a page of which a part is named, the record of the source
    /// that is live there; and for a page that is not there, its URL ownership, which tells of scheduled articles.
    /// </summary>
    /// <param name="text">The linking text's record. What it has of a page itself is not in the index yet.</param>
    /// <param name="links">The links.</param>
    /// <param name="settings">The site's settings.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<IReadOnlyList<LinkedPage>> ReadAsync(
        SourceRecord text,
        IReadOnlyList<LinkedPage> links,
        SiteSettings settings,
        CancellationToken cancellation)
    {
        var own = text.Redirects.ToHashSet();
        var reading = links.GroupBy(l => l.Page).ToDictionary(
            page => page.Key,
            page => TargetAsync(text, own, page.Key, page.Any(l => l.Fragment.Length > 0), settings, cancellation));
        await Task.WhenAll(reading.Values);
        var read = new List<LinkedPage>();
        foreach (var link in links)
        {
            read.Add((await reading[link.Page])(link));
        }

        return read;
    }

    /// <summary>Gives a link to the page as it is now.</summary>
    private async Task<Func<LinkedPage, LinkedPage>> TargetAsync(
        SourceRecord text,
        HashSet<PageKey> own,
        PageKey page,
        bool isPartNamed,
        SiteSettings settings,
        CancellationToken cancellation)
    {
        var claims = (await index.ClaimsOnAsync(page, cancellation))
            .Where(c => c.Path != text.Path && c.Kind != ClaimKind.Waiting)
            .ToList();
        if (claims.Where(c => c.Kind == ClaimKind.Live).MinBy(c => c.Path) is not { } live)
        {
            if (own.Contains(page) || claims.Count > 0)
            {
                return link => link with { State = LinkState.Found };
            }

            if (settings.Redirects.Find(page) is not null)
            {
                return link => link with { State = LinkState.Redirected };
            }

            var opens = (await index.UrlOwnershipAsync(page, cancellation)).Opens;
            return link => link.NotThere(opens);
        }

        var anchors = isPartNamed
            ? (await index.FindSourceAsync(live.Path, cancellation))?.Value.Anchors ?? []
            : [];
        return link => link with { State = PageAnchors.StateOf(anchors, link.Fragment) };
    }
}
