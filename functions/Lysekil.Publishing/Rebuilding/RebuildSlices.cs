using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>Which pages the next slice of a rebuild is of: first those that every site has, then those of each claim.</summary>
internal sealed class RebuildSlices(ArchiveIndex archive, SiteReader sites)
{
    /// <summary>A slice marks its pages in one commit.</summary>
    private const int MostPages = ITable.MostChanges;

    /// <summary>Each claim is a page of its own; most share the others.</summary>
    private const int MostClaims = 60;

    /// <returns>The pages, and how far the rebuild is with them; <c>null</c> where there are no more.</returns>
    public async Task<(IReadOnlyList<PageKey> Pages, RebuildPosition? Next)> AfterAsync(RebuildPosition position, CancellationToken cancellation) =>
        position.After.Length == 0
            ? (await FixedPagesAsync(cancellation), position with { After = ArchiveKeys.Claims })
            : await PagesAfterAsync(position, cancellation);

    private async Task<List<PageKey>> FixedPagesAsync(CancellationToken cancellation) =>
    [
        (await sites.ReadAsync(cancellation)).Theme.StyleSheetPage, PageKey.NotFound, PageKey.Robots, PageKey.Front, PageKey.Archive,
        PageKey.Topics, PageKey.Rss, PageKey.Atom, PageKey.JsonFeed, PageKey.Sitemap, PageKey.StandingPagesSitemap, PageKey.Desk,
    ];

    private async Task<(IReadOnlyList<PageKey> Pages, RebuildPosition? Next)> PagesAfterAsync(RebuildPosition position, CancellationToken cancellation)
    {
        var pages = new HashSet<PageKey>();
        RebuildPosition? next = null;
        await foreach (var row in archive.Table.QueryAsync(KeyRange.After(position.After, ArchiveKeys.Claims), MostClaims, cancellation))
        {
            var claim = Claim.Read(row.Columns);
            var more = PagesOf(claim).Where(p => !pages.Contains(p)).ToList();
            if (pages.Count + more.Count > MostPages)
            {
                break;
            }

            pages.UnionWith(more);
            next = (next ?? position) with { After = row.Key };
            if (claim is { Kind: ClaimKind.Live, Listing.Month: { } month })
            {
                next = next with { Articles = next.Articles + 1, Month = month };
            }
        }

        return ([.. pages], next);
    }

    private static IEnumerable<PageKey> PagesOf(Claim claim)
    {
        yield return claim.Page;
        if (claim is { Kind: ClaimKind.Live, Listing: { Month: { } month } article })
        {
            yield return PageKey.Month(month);
            yield return PageKey.Year(month.Year);
            yield return PageKey.YearSitemap(month.Year);
            foreach (var topic in article.Topics)
            {
                yield return PageKey.TopicYear(topic.Slug, month.Year);
                yield return PageKey.Topic(topic.Slug);
            }
        }
    }
}
