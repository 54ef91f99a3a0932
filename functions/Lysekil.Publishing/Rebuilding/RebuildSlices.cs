using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Search;
using Lysekil.Publishing.Rendering.Sharing;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>
/// The pages of the next slice of a rebuild: first those that every site has, then those that redirect by its
/// settings, then those of each claim, then those of each period and topic that has a summary. Most of the last follow
/// from claims too. But the claim of an article that is being replaced may be missing while the pages that list it
/// stay, and the summary of a new article may be (<see cref="PageRoute.FoundBy"/>).
/// </summary>
internal sealed class RebuildSlices(SiteIndex index, SiteReader sites)
{
    /// <summary>A slice marks its pages stale in one commit.</summary>
    private const int MostPages = ITable.MostChanges;

    /// <summary>Each redirect may have a row that comes in the commit of the position.</summary>
    private const int MostRedirects = MostPages - 1;

    /// <summary>Each claim has a page of its own; most claims share the other pages.</summary>
    private const int MostClaims = 60;

    /// <summary>
    /// Each summary is of one page; a topic has a feed besides, a month a place in the sitemap of its year, and a
    /// divided listing has parts.
    /// </summary>
    private const int MostSummaries = MostPages / 2;

    /// <param name="position">The position, as read before anything else.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<RebuildSlice> AfterAsync(RebuildPosition position, CancellationToken cancellation)
    {
        if (position.After.Length == 0)
        {
            return new(await FixedPagesAsync(cancellation), position with { After = IndexKeys.Redirects });
        }

        if (position.After.StartsWith(IndexKeys.Redirects, StringComparison.Ordinal))
        {
            if (await RedirectsAsync(position, cancellation) is { } redirects)
            {
                return redirects;
            }

            position = position with { After = IndexKeys.Claims };
        }

        if (position.After.StartsWith(IndexKeys.Claims, StringComparison.Ordinal))
        {
            if (await ClaimedPagesAsync(position, cancellation) is { Next: not null } claimed)
            {
                return claimed;
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
        SearchScript.Page, SearchScript.Words, ShareScript.Page, PageKey.Favicon, PageKey.TouchIcon, PageKey.Manifest,
    ];

    /// <summary>
    /// The pages that redirect now, and those that did when a rebuild last came by; <c>null</c> after the last. A row
    /// for each page tells the next rebuild.
    /// </summary>
    private async Task<RebuildSlice?> RedirectsAsync(RebuildPosition position, CancellationToken cancellation)
    {
        var range = KeyRange.After(position.After, IndexKeys.Redirects);
        var rows = await index.Table.QueryAsync(range, MostRedirects, cancellation)
            .ToDictionaryAsync(r => r.Key, StringComparer.Ordinal, cancellation);
        var now = (await sites.ReadAsync(cancellation)).Settings.Redirects.Pages
            .Select(page => KeyValuePair.Create(IndexKeys.Redirect(page), page))
            .Where(page => string.CompareOrdinal(page.Key, position.After) > 0)
            .ToDictionary(StringComparer.Ordinal);
        var keys = rows.Keys.Union(now.Keys).Order(StringComparer.Ordinal).Take(MostRedirects).ToList();
        return keys.Count == 0
            ? null
            : new RebuildSlice(
                keys.ConvertAll(k => now.GetValueOrDefault(k) ?? PageRow.Page.Of(new(rows[k].Columns))),
                position with { After = keys[^1] })
            {
                NewRows =
                [
                    .. keys.Where(k => !rows.ContainsKey(k))
                        .Select(k => new RowChange.Insert(k, PageRow.Codec.Write((now[k], null)))),
                ],
                FormerRows =
                    [.. keys.Where(k => !now.ContainsKey(k)).Select(k => new RowChange.Delete(k, rows[k].ETag))],
            };
    }

    private async Task<RebuildSlice> ClaimedPagesAsync(RebuildPosition position, CancellationToken cancellation)
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

        return new([.. pages], next);
    }

    private async Task<RebuildSlice> SummedUpPagesAsync(RebuildPosition position, CancellationToken cancellation)
    {
        var rows = await index.Table
            .QueryAsync(KeyRange.After(position.After, IndexKeys.Summaries), MostSummaries, cancellation)
            .ToListAsync(cancellation);
        var pages = new HashSet<PageKey>();
        RebuildPosition? next = null;
        foreach (var row in rows)
        {
            var summary = PeriodSummaryRow.Codec.Read(row.Columns);
            PageKey[] more =
            [
                summary.Page, .. PageRoute.FoundBy(summary.Page), .. PageRoute.NamedBy(summary.Page),
                .. summary.IsDivided ? PageRoute.PartsOf(summary.Page) : [],
            ];
            if (pages.Count + more.Length > MostPages)
            {
                break;
            }

            pages.UnionWith(more);
            next = position with { After = row.Key };
        }

        return new([.. pages], next);
    }

    private static IEnumerable<PageKey> PagesOf(Claim claim)
    {
        yield return claim.Page;
        foreach (var copy in PicturePages.CopiesOf(claim.Kind == ClaimKind.Live ? claim.Live : null))
        {
            yield return copy;
        }

        if (claim is { Kind: ClaimKind.Live, Live: { Month: { } month, Expired: null } article })
        {
            yield return PageKey.Month(month);
            yield return PageKey.SearchShard(month);
            yield return PageKey.Year(month.Year);
            yield return PageKey.MonthSitemap(month);
            yield return PageKey.YearSitemap(month.Year);
            foreach (var author in article.Authors)
            {
                yield return PageKey.Author(author.Slug);
                yield return PageKey.AuthorFeed(author.Slug);
            }

            foreach (var topic in article.Topics)
            {
                yield return PageKey.TopicYear(topic.Slug, month.Year);
                yield return PageKey.Topic(topic.Slug);
            }
        }
    }
}
