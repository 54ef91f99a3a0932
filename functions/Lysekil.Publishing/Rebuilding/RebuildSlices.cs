using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Search;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>
/// The pages of the next slice of a rebuild: first those that every site has, then those of each claim, then those of
/// each period and topic that has a summary. Most of the last follow from claims too. But the claim of an article that
/// is being replaced may be missing while the pages that list it stay, and the summary of a new article may be
/// (<see cref="PageRoute.FoundBy"/>).
/// </summary>
internal sealed class RebuildSlices(SiteIndex index, SiteReader sites)
{
    /// <summary>A slice marks its pages stale in one commit.</summary>
    private const int MostPages = ITable.MostChanges;

    /// <summary>Each claim has a page of its own; most claims share the other pages.</summary>
    private const int MostClaims = 60;

    /// <summary>Each summary is of one page, and a topic has a feed besides.</summary>
    private const int MostSummaries = MostPages / 2;

    /// <returns>The pages, and the position after them; <c>null</c> where there are no more.</returns>
    public async Task<(IReadOnlyList<PageKey> Pages, RebuildPosition? Next)> AfterAsync(
        RebuildPosition position, CancellationToken cancellation)
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
        (await sites.ReadAsync(cancellation)).Theme.StyleSheetPage, PageKey.NotFound, PageKey.Robots, PageKey.Front,
        PageKey.NewsArchive, PageKey.Topics, PageKey.Rss, PageKey.Atom, PageKey.JsonFeed, PageKey.Sitemap,
        PageKey.StandingPagesSitemap, PageKey.NewsSitemap, PageKey.Search, PageKey.StandingPagesShard,
        SearchScript.Page, PageKey.Favicon,
    ];

    private async Task<(IReadOnlyList<PageKey> Pages, RebuildPosition? Next)> ClaimedPagesAsync(
        RebuildPosition position, CancellationToken cancellation)
    {
        var pages = new HashSet<PageKey>();
        RebuildPosition? next = null;
        var claims = index.Table.QueryAsync(KeyRange.After(position.After, IndexKeys.Claims), MostClaims, cancellation);
        await foreach (var row in claims)
        {
            var claim = ClaimRow.Codec.Read(row.Columns);
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

    private async Task<(IReadOnlyList<PageKey> Pages, RebuildPosition? Next)> SummedUpPagesAsync(
        RebuildPosition position, CancellationToken cancellation)
    {
        var rows = await index.Table
            .QueryAsync(KeyRange.After(position.After, IndexKeys.Summaries), MostSummaries, cancellation)
            .ToListAsync(cancellation);
        var pages = rows.ConvertAll(r => PeriodSummaryRow.Codec.Read(r.Columns).Page);
        var next = rows.Count == 0 ? null : position with { After = rows[^1].Key };
        return ([.. pages, .. pages.SelectMany(PageRoute.FoundBy)], next);
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
