using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Search;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>
/// Which pages the next slice of a rebuild is of: first those that every site has, then those of each claim, then those of
/// each period and topic that has a summary. Of the last, most are of a claim too: but the claim of an article that is
/// replaced just now may be missing, while the pages that list it stay; and the summary of one that is new
/// (<see cref="PageRoute.FoundBy"/>).
/// </summary>
internal sealed class RebuildSlices(SiteIndex index, SiteReader sites)
{
    /// <summary>A slice marks its pages in one commit.</summary>
    private const int MostPages = ITable.MostChanges;

    /// <summary>Each claim is a page of its own; most share the others.</summary>
    private const int MostClaims = 60;

    /// <summary>Each is of a page, and a topic has a feed besides.</summary>
    private const int MostSummaries = MostPages / 2;

    /// <returns>The pages, and how far the rebuild is with them; <c>null</c> where there are no more.</returns>
    public async Task<(IReadOnlyList<PageKey> Pages, RebuildPosition? Next)> AfterAsync(RebuildPosition position, CancellationToken cancellation)
    {
        if (position.After.Length == 0)
        {
            return (await FixedPagesAsync(cancellation), position with { After = IndexKeys.Claims });
        }

        if (position.After.StartsWith(IndexKeys.Claims, StringComparison.Ordinal))
        {
            var (pages, next) = await ClaimedPagesAsync(position, cancellation);
            if (next is not null)
            {
                return (pages, next);
            }

            position = position with { After = IndexKeys.Summaries };
        }

        return await SummedUpPagesAsync(position, cancellation);
    }

    private async Task<List<PageKey>> FixedPagesAsync(CancellationToken cancellation) =>
    [
        (await sites.ReadAsync(cancellation)).Theme.StyleSheetPage, PageKey.NotFound, PageKey.Robots, PageKey.Front, PageKey.NewsArchive,
        PageKey.Topics, PageKey.Rss, PageKey.Atom, PageKey.JsonFeed, PageKey.Sitemap, PageKey.StandingPagesSitemap,
        PageKey.NewsSitemap, PageKey.Desk, PageKey.Search, PageKey.StandingPagesShard,
        SearchScript.Page,
    ];

    private async Task<(IReadOnlyList<PageKey> Pages, RebuildPosition? Next)> ClaimedPagesAsync(RebuildPosition position, CancellationToken cancellation)
    {
        var pages = new HashSet<PageKey>();
        RebuildPosition? next = null;
        await foreach (var row in index.Table.QueryAsync(KeyRange.After(position.After, IndexKeys.Claims), MostClaims, cancellation))
        {
            var claim = Claim.Read(row.Columns);
            var more = PagesOf(claim).Where(p => !pages.Contains(p)).ToList();
            if (pages.Count + more.Count > MostPages)
            {
                break;
            }

            pages.UnionWith(more);
            next = (next ?? position) with { After = row.Key };
            if (claim is { Kind: ClaimKind.Live, Live.Month: { } month })
            {
                next = next with { Articles = next.Articles + 1, Month = month };
            }
        }

        return ([.. pages], next);
    }

    private async Task<(IReadOnlyList<PageKey> Pages, RebuildPosition? Next)> SummedUpPagesAsync(RebuildPosition position, CancellationToken cancellation)
    {
        var rows = await index.Table.QueryAsync(KeyRange.After(position.After, IndexKeys.Summaries), MostSummaries, cancellation).ToListAsync(cancellation);
        var pages = rows.ConvertAll(r => PeriodSummary.Read(r.Columns).Page);
        return ([.. pages, .. pages.SelectMany(PageRoute.FoundBy)], rows.Count == 0 ? null : position with { After = rows[^1].Key });
    }

    private static IEnumerable<PageKey> PagesOf(Claim claim)
    {
        yield return claim.Page;
        foreach (var copy in PicturePages.CopiesOf(claim.Kind == ClaimKind.Live ? claim.Live : null))
        {
            yield return copy;
        }

        if (claim is { Kind: ClaimKind.Live, Live: { Month: { } month } article })
        {
            yield return PageKey.Month(month);
            yield return PageKey.SearchShard(month);
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
