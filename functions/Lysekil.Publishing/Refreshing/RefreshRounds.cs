using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// Refreshes pages together, round by round until each is in step. In a round the pages' stale rows are read first, then the versions of
/// the pages, then the archive, once for all; each write is conditional on what was read, and a summary's on the stale row at least. So
/// of several refreshers of a page the last writer always saw everything.
/// </summary>
internal sealed class RefreshRounds(
    SiteStorage storage, SiteIndex index, PageRenderer renderer, TimeSpan rest, TimeProvider clock, ILogger log)
{
    /// <summary>A page over which so many refreshers quarrel is left to the next message.</summary>
    private const int MostRounds = 50;

    private readonly PagesInProgress _inProgress = new(rest);

    /// <param name="level">Pages of which none calls another.</param>
    /// <param name="request">What they were asked for with.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The pages above them that have to follow, with the versions of their stale rows where those were just written.</returns>
    public async Task<IReadOnlyDictionary<PageKey, ETag?>> RefreshAsync(
        IReadOnlyList<PageRefresh> level, RefreshRequest request, CancellationToken cancellation)
    {
        var staleVersions = new ConcurrentDictionary<PageKey, ETag>();
        try
        {
            for (var round = 0; round < MostRounds && !level.All(v => v.IsOver); round++)
            {
                await BeginAsync(level.Where(v => !v.IsOver).ToList(), cancellation);
                await EachAsync(level, refresh => LookAsync(refresh, request.Trace, cancellation));
                var rendering = renderer.Begin(level.Where(v => !v.IsOver).Select(v => v.Page), cancellation); // All versions are known by now.
                request.Looking(rendering);
                await EachAsync(level, refresh => WriteAsync(refresh, rendering, cancellation));
                await SettleAsync([.. level.Where(v => v is { IsOver: false, IsReady: true })], staleVersions, cancellation);
            }
        }
        finally
        {
            foreach (var refresh in level)
            {
                refresh.Leave(_inProgress);
            }
        }

        foreach (var refresh in level.Where(v => !v.IsOver))
        {
            refresh.Fail(new TimeoutException($"{refresh.Page} was refreshed {MostRounds} times and never in step."));
        }

        return level.Where(v => v.Fault is null).SelectMany(v => v.Calls).Distinct()
            .ToDictionary(p => p, p => staleVersions.TryGetValue(p, out var version) ? version : (ETag?)null);

        Task EachAsync(IEnumerable<PageRefresh> refreshes, Func<PageRefresh, Task> work) =>
            Task.WhenAll(refreshes.Where(v => !v.IsOver).ToList().Select(v => TryAsync(v, work, cancellation)));
    }

    /// <summary>Does a part of the work on one page; its fault is its own.</summary>
    private static async Task TryAsync(PageRefresh refresh, Func<PageRefresh, Task> work, CancellationToken cancellation)
    {
        Activity.Current = refresh.Span ?? Activity.Current;
        try
        {
            await work(refresh);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            refresh.Fail(fault);
        }
    }

    private async Task BeginAsync(IReadOnlyList<PageRefresh> refreshes, CancellationToken cancellation)
    {
        var stale = await index.FindStaleAsync([.. refreshes.Where(v => v.StaleVersion is null).Select(v => v.Page)], cancellation);
        foreach (var refresh in refreshes)
        {
            refresh.Begin(stale.GetValueOrDefault(IndexKeys.Stale(refresh.Page)), _inProgress, clock.GetUtcNow());
        }
    }

    private async Task LookAsync(PageRefresh refresh, string? trace, CancellationToken cancellation)
    {
        refresh.Span ??= PublishingTrace.Handle("refresh", trace)?.SetTag("lysekil.page", refresh.Page.Value).SetTag("lysekil.attempt", refresh.Attempt);
        await refresh.LookAsync(ContainerOf(refresh.Page), index.Table, cancellation);
        refresh.DeferIfNew(rest, clock.GetUtcNow());
    }

    private async Task WriteAsync(PageRefresh refresh, PageRendering rendering, CancellationToken cancellation) =>
        await refresh.WriteAsync(ContainerOf(refresh.Page), index.Table, await rendering.RenderAsync(refresh.Page), cancellation);

    /// <summary>One commit for all; where somebody was faster with one of them, one for each.</summary>
    private async Task SettleAsync(IReadOnlyList<PageRefresh> ready, ConcurrentDictionary<PageKey, ETag> staleVersions, CancellationToken cancellation)
    {
        try
        {
            if (ready.Count > 1 && await CommitAsync(ready, staleVersions, cancellation))
            {
                return;
            }
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            foreach (var refresh in ready)
            {
                refresh.Fail(fault);
            }

            return;
        }

        await Task.WhenAll(ready.Select(v => TryAsync(v, one => CommitAsync([one], staleVersions, cancellation), cancellation)));
    }

    /// <returns><c>false</c> where somebody was faster.</returns>
    private async Task<bool> CommitAsync(IReadOnlyList<PageRefresh> refreshes, ConcurrentDictionary<PageKey, ETag> staleVersions, CancellationToken cancellation)
    {
        var changes = refreshes.SelectMany(v => v.Changes).DistinctBy(c => c.Key).ToList(); // Several may call the same page above them.
        if (changes.Count > ITable.MostChanges)
        {
            return false;
        }

        if (changes.Count > 0)
        {
            if (await index.Table.CommitAsync(changes, cancellation) is not { } etags)
            {
                return false;
            }

            foreach (var parent in refreshes.SelectMany(v => v.Calls))
            {
                if (changes.FindIndex(c => c.Key == IndexKeys.Stale(parent)) is >= 0 and var at)
                {
                    staleVersions[parent] = etags[at]!.Value;
                }
            }
        }

        foreach (var refresh in refreshes.Where(v => v.Settle(clock.GetUtcNow())))
        {
            log.LogWarning("Reconcile found {Page} out of step, and it is mended", refresh.Page);
        }

        return true;
    }

    private IBlobContainer ContainerOf(PageKey page) => page.IsDesk ? storage.Desk : storage.Web;
}
