using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>Reads what is at the pages to which texts link.</summary>
internal sealed class LinkTargets(SiteIndex index)
{
    /// <summary>
    /// The links as they are now: a query for each page, and for a page of which a part is named, the record of the
    /// source that is live there.
    /// </summary>
    /// <param name="text">The linking text's record. What it has of a page itself is not in the index yet.</param>
    /// <param name="links">The links.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<IReadOnlyList<LinkedPage>> ReadAsync(
        SourceRecord text, IReadOnlyList<LinkedPage> links, CancellationToken cancellation)
    {
        var own = text.Redirects.ToHashSet();
        var reading = links.GroupBy(l => l.Page).ToDictionary(
            page => page.Key,
            page => TargetAsync(text, own, page.Key, page.Any(l => l.Fragment.Length > 0), cancellation));
        await Task.WhenAll(reading.Values);
        var read = new List<LinkedPage>();
        foreach (var link in links)
        {
            read.Add(link with { State = (await reading[link.Page])(link.Fragment) });
        }

        return read;
    }

    /// <summary>Gives the state of a link by the name of the part to which it leads.</summary>
    private async Task<Func<string, LinkState>> TargetAsync(
        SourceRecord text,
        HashSet<PageKey> own,
        PageKey page,
        bool isPartNamed,
        CancellationToken cancellation)
    {
        var claims = (await index.ClaimsOnAsync(page, cancellation))
            .Where(c => c.Path != text.Path && c.Kind != ClaimKind.Waiting)
            .ToList();
        if (claims.Where(c => c.Kind == ClaimKind.Live).MinBy(c => c.Path) is not { } live)
        {
            var state = own.Contains(page) || claims.Count > 0 ? LinkState.Found : LinkState.NoPage;
            return _ => state;
        }

        var anchors = isPartNamed
            ? (await index.FindSourceAsync(live.Path, cancellation))?.Value.Anchors ?? []
            : [];
        return fragment => PageAnchors.StateOf(anchors, fragment);
    }
}
