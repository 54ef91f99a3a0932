using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// Where a page stands in a refresh. Each state holds exactly what is known by then:
/// <see cref="PendingPage"/> → <see cref="DuePage"/> → <see cref="ObservedPage"/> →
/// <see cref="RenderedPage"/> → <see cref="WrittenPage"/> → <see cref="EndedPage"/>. A lost race leads back to
/// <see cref="PendingPage"/>. A page that is left for later is a <see cref="DeferredPage"/>, and a fault makes it a
/// <see cref="FailedPage"/>.
/// </summary>
internal abstract record PageState(PageRefresh Refresh)
{
    public PageKey Page => Refresh.Page;
}

/// <summary>A page of which this round has read nothing yet.</summary>
internal sealed record PendingPage(PageRefresh Refresh) : PageState(Refresh)
{
    /// <summary>Decides whether the page is due, by its stale row.</summary>
    /// <param name="row">
    /// The stale row that was read; <c>null</c> if there is none, or its version is known from the caller.
    /// </param>
    /// <param name="inProgress">The shared pages that this process is refreshing.</param>
    /// <param name="now">The current time.</param>
    public PageState Begin(Row? row, PagesInProgress inProgress, DateTimeOffset now)
    {
        var stale = Refresh.StaleVersion is { } version
            ? new Row(IndexKeys.Stale(Page), version, now, FrozenDictionary<string, string>.Empty)
            : row;
        var refresh = Refresh with { StaleVersion = null };
        if (refresh.MustRender)
        {
            return new DuePage(refresh, stale);
        }

        if (stale is null)
        {
            return refresh.End(RefreshResult.NotStale);
        }

        if (!PageRoute.IsShared(Page))
        {
            return new DuePage(refresh, stale);
        }

        return inProgress.TryBegin(Page, now)
            ? new DuePage(refresh with { InProgressSince = now }, stale)
            : refresh.Defer();
    }
}

/// <summary>A page that this round refreshes.</summary>
/// <param name="Refresh">The request for the page.</param>
/// <param name="Stale">Its stale row as read at the start of the round; <c>null</c> if there is none.</param>
internal sealed record DuePage(PageRefresh Refresh, Row? Stale) : PageState(Refresh)
{
    /// <summary>Reads the version of the page and, where it will be needed, the row of its summary.</summary>
    /// <remarks>
    /// R2: The stale row is read before the page. In the other order, a refresher that was done before the page was
    /// marked stale could write in between, unseen. Without a stale row nothing tells that another refresher replaces
    /// the summary meanwhile, so the summary is read here too; and so it is where the page does not name the summary it
    /// was written with.
    /// </remarks>
    public async Task<ObservedPage> ObserveAsync(IBlobContainer container, ITable table, CancellationToken cancellation)
    {
        var finding = container.FindAsync(Page.Value, cancellation);
        var findingSummary = Stale is null ? FindSummaryAsync(Page, table, cancellation) : Task.FromResult<Row?>(null);
        await Task.WhenAll(finding, findingSummary);
        var observed = new ObservedPage(this, await finding, Stale is null, await findingSummary);
        return !observed.IsSummaryRead && observed.Blob is { Headers.Summary: null }
            ? observed with { IsSummaryRead = true, Summary = await FindSummaryAsync(Page, table, cancellation) }
            : observed;
    }

    public static Task<Row?> FindSummaryAsync(PageKey page, ITable table, CancellationToken cancellation) =>
        IndexKeys.SummaryOf(page) is { } key ? table.FindAsync(key, cancellation) : Task.FromResult<Row?>(null);
}

/// <summary>A page whose stale row and version are known. Only now may the index be read for it (R2).</summary>
/// <param name="Due">The page and its stale row.</param>
/// <param name="Blob">The page's blob; <c>null</c> if there is none.</param>
/// <param name="IsSummaryRead">Whether the row of the page's summary was read.</param>
/// <param name="Summary">The row of the page's summary; <c>null</c> if there is none, or it was not read.</param>
internal sealed record ObservedPage(DuePage Due, BlobProperties? Blob, bool IsSummaryRead, Row? Summary)
    : PageState(Due.Refresh)
{
    /// <summary>Whether a page of many sources was written so recently that it rests.</summary>
    public bool IsResting(TimeSpan rest, DateTimeOffset now) =>
        Blob is not null
        && PageRoute.IsShared(Page)
        && now - Blob.Modified is var age
        && age >= TimeSpan.Zero
        && age < rest;
}

/// <summary>The refresh of a page has ended.</summary>
internal record EndedPage(PageRefresh Refresh, RefreshResult Result) : PageState(Refresh);

/// <summary>The refresh of a page has ended in this run; a later message goes on with it.</summary>
internal sealed record DeferredPage(PageRefresh Refresh, RefreshResult Result) : EndedPage(Refresh, Result);

/// <summary>The refresh of a page has failed; the pages beside it go on.</summary>
internal sealed record FailedPage(PageRefresh Refresh, Exception Fault) : PageState(Refresh);
