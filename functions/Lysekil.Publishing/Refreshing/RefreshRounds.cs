using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Refreshing;

/// <summary>Refreshes pages together, round by round, until each is in step with the index.</summary>
/// <remarks>
/// R2: A round reads the stale rows first, then the versions of the pages, and only then the index, once for all pages.
/// Each write is conditional on what was read. Of several refreshers of one page, the last writer has therefore seen
/// everything.
/// </remarks>
internal sealed class RefreshRounds(
    SiteStorage storage, SiteIndex index, PageRenderer renderer, TimeSpan rest, TimeProvider clock, ILogger log)
{
    /// <summary>A page that loses this many races is left to its next message.</summary>
    private const int MaxRounds = 50;

    private readonly PagesInProgress _inProgress = new(rest);

    /// <summary>R2: Reads the pages' stale rows, and then the pages' versions.</summary>
    /// <param name="states">The pages. Of those that are not pending, nothing is read.</param>
    /// <param name="trace">The sender's span.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public async Task<IReadOnlyList<PageState>> ObserveAsync(
        IReadOnlyList<PageState> states, string? trace, CancellationToken cancellation)
    {
        PageState[] begun = await BeginAsync(states, cancellation);
        begun = [.. begun.Select(s => s is DuePage due ? WithSpan(due, trace) : s)];
        try
        {
            return await EachAsync<DuePage>(begun, p => ObserveAsync(p, cancellation));
        }
        catch
        {
            Leave(begun);
            throw;
        }
    }

    /// <summary>
    /// Renders, writes and commits pages of which none lists another. Pages that lose a race are observed again.
    /// </summary>
    /// <param name="observed">The pages as they were observed.</param>
    /// <param name="pass">R2: A render pass that was opened after that; it is ended here.</param>
    /// <param name="trace">The sender's span.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The pages as they ended, and what has to follow them.</returns>
    public async Task<RefreshedLevel> CompleteAsync(
        IReadOnlyList<PageState> observed, RenderPass pass, string? trace, CancellationToken cancellation)
    {
        var staleVersions = new ConcurrentDictionary<PageKey, ETag>();
        var states = observed;
        try
        {
            await ReserveAsync(states, pass);
            for (var round = 1; ; round++)
            {
                states = await EachAsync<ObservedPage>(states, p => WriteAsync(p, pass, cancellation));
                states = await CommitAsync(states, staleVersions, cancellation);
                if (round == MaxRounds || !states.Any(s => s is PendingPage))
                {
                    return new RefreshedLevel([.. states.Select(GiveUp)], staleVersions);
                }

                states = await ObserveAsync(states, trace, cancellation);
                pass.Dispose();
                pass = BeginPass(states, cancellation);
                await ReserveAsync(states, pass);
            }
        }
        finally
        {
            pass.Dispose();
            Leave(states);
        }
    }

    /// <summary>Opens the render pass of pages that were observed.</summary>
    public RenderPass BeginPass(IEnumerable<PageState> observed, CancellationToken cancellation) =>
        renderer.BeginPass(observed.OfType<ObservedPage>().Select(s => s.Page), cancellation);

    private static async Task ReserveAsync(IEnumerable<PageState> states, RenderPass pass)
    {
        foreach (var page in states.OfType<ObservedPage>())
        {
            await pass.ReserveAsync(page.Page, page.Blob?.Length ?? 0);
        }
    }

    private static PageState GiveUp(PageState state) => state is PendingPage
        ? state.Refresh.Fail(new TimeoutException($"{state.Page} was refreshed {MaxRounds} times and never in step."))
        : state;

    /// <summary>Takes a step with each page of one state. The others stay as they are.</summary>
    private static Task<PageState[]> EachAsync<T>(IEnumerable<PageState> states, Func<T, Task<PageState>> step)
        where T : PageState => Task.WhenAll(states.ToList().Select(s => s is T page ? step(page) : Task.FromResult(s)));

    /// <summary>Takes a step with one page. A fault fails this page, and no other.</summary>
    private static async Task<PageState> TryAsync<T>(
        T page, Func<T, Task<PageState>> step, CancellationToken cancellation)
        where T : PageState
    {
        Activity.Current = page.Refresh.Span ?? Activity.Current;
        try
        {
            return await step(page);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return page.Refresh.Fail(fault);
        }
    }

    /// <summary>
    /// Lets other messages of this process refresh the pages, and closes the spans that a cancellation has left open.
    /// </summary>
    private void Leave(IEnumerable<PageState> states)
    {
        foreach (var state in states)
        {
            state.Refresh.Span?.Dispose();
            if (state.Refresh.InProgressSince is { } since)
            {
                _inProgress.End(state.Page, since);
            }
        }
    }

    private async Task<PageState[]> BeginAsync(IReadOnlyList<PageState> states, CancellationToken cancellation)
    {
        var unread = states.OfType<PendingPage>()
            .Where(p => p.Refresh.StaleVersion is null)
            .Select(p => p.Page)
            .ToList();
        var rows = await index.FindStaleAsync(unread, cancellation);
        return
        [
            .. states.Select(s => s is PendingPage pending
                ? pending.Begin(rows.GetValueOrDefault(IndexKeys.Stale(s.Page)), _inProgress, clock.GetUtcNow())
                : s),
        ];
    }

    private static DuePage WithSpan(DuePage due, string? trace)
    {
        var outer = Activity.Current;
        var span = due.Refresh.Span ?? PublishingTrace.Handle("refresh", trace)?
            .SetTag("lysekil.page", due.Page.Value).SetTag("lysekil.attempt", due.Refresh.Attempt);
        Activity.Current = outer; // The spans of other pages do not belong to this one.
        return due with { Refresh = due.Refresh with { Span = span } };
    }

    private Task<PageState> ObserveAsync(DuePage due, CancellationToken cancellation) => TryAsync(
        due,
        async page =>
        {
            var observed = await page.ObserveAsync(storage.Web, index.Table, cancellation);
            return observed.IsResting(rest, clock.GetUtcNow()) ? observed.Refresh.Defer() : observed;
        },
        cancellation);

    private Task<PageState> WriteAsync(ObservedPage observed, RenderPass pass, CancellationToken cancellation)
    {
        return TryAsync(observed, RenderAndWriteAsync, cancellation);

        async Task<PageState> RenderAndWriteAsync(ObservedPage page)
        {
            var rendered = new RenderedPage(page, await pass.RenderAsync(page.Page));
            return await rendered.WriteAsync(storage.Web, pass.Index.Table, cancellation);
        }
    }

    /// <summary>
    /// Commits all written pages at once; or each by itself, if another refresher was faster with one of them.
    /// </summary>
    private async Task<PageState[]> CommitAsync(
        IReadOnlyList<PageState> states,
        ConcurrentDictionary<PageKey, ETag> staleVersions,
        CancellationToken cancellation)
    {
        List<WrittenPage> written = [.. states.OfType<WrittenPage>()];
        if (written.Count > 1)
        {
            try
            {
                if (await TryCommitAsync(written, staleVersions, cancellation))
                {
                    return [.. states.Select(s => s is WrittenPage page ? Committed(page) : s)];
                }
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                return [.. states.Select(s => s is WrittenPage page ? page.Refresh.Fail(fault) : s)];
            }
        }

        return await EachAsync<WrittenPage>(states, written => TryAsync(
            written,
            async page => await TryCommitAsync([page], staleVersions, cancellation)
                ? Committed(page)
                : page.Refresh.Again(),
            cancellation));
    }

    /// <returns><c>false</c> if another refresher was faster.</returns>
    private async Task<bool> TryCommitAsync(
        IReadOnlyList<WrittenPage> pages,
        ConcurrentDictionary<PageKey, ETag> staleVersions,
        CancellationToken cancellation)
    {
        var changes = pages.SelectMany(p => p.Changes).DistinctBy(c => c.Key).ToList(); // Pages may share followers.
        if (changes.Count > ITable.MostChanges)
        {
            return false;
        }

        if (changes.Count == 0)
        {
            return true;
        }

        if (await index.Table.CommitAsync(changes, cancellation) is not { } etags)
        {
            return false;
        }

        foreach (var follower in pages.SelectMany(p => p.Refresh.Followers))
        {
            if (changes.FindIndex(c => c.Key == IndexKeys.Stale(follower)) is >= 0 and var at)
            {
                staleVersions[follower] = etags[at]!.Value;
            }
        }

        return true;
    }

    private PageState Committed(WrittenPage page)
    {
        if (page.HasDrifted)
        {
            log.LogWarning("Reconcile found {Page} out of step, and it is mended", page.Page);
        }

        return page.Commit(clock.GetUtcNow());
    }
}

/// <summary>Pages that were refreshed together.</summary>
/// <param name="Pages">How each ended.</param>
/// <param name="StaleVersions">The versions of the followers' stale rows, where they were written just now.</param>
internal sealed record RefreshedLevel(IReadOnlyList<PageState> Pages, IReadOnlyDictionary<PageKey, ETag> StaleVersions)
{
    /// <summary>The pages that have to be refreshed next.</summary>
    public IEnumerable<PageKey> Followers =>
        Pages.Where(p => p is not FailedPage).SelectMany(p => p.Refresh.Followers).Distinct();
}
