using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
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
    SiteStorage storage, ArchiveIndex archive, PageRenderer renderer, TimeSpan rest, TimeProvider clock, ILogger log)
{
    /// <summary>A page over which so many refreshers quarrel is left to the next message.</summary>
    private const int MostRounds = 50;

    private readonly PagesAtWork _atWork = new(rest);

    /// <param name="level">Pages of which none calls another.</param>
    /// <param name="request">What they were asked for with.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The pages above them that have to follow, with the versions of their stale rows where those were just written.</returns>
    public async Task<IReadOnlyDictionary<PageKey, ETag?>> VisitAsync(
        IReadOnlyList<PageVisit> level, RefreshRequest request, CancellationToken cancellation)
    {
        var marked = new ConcurrentDictionary<PageKey, ETag>();
        try
        {
            for (var round = 0; round < MostRounds && !level.All(v => v.IsOver); round++)
            {
                await BeginAsync(level.Where(v => !v.IsOver).ToList(), cancellation);
                await EachAsync(level, visit => LookAsync(visit, request.Trace, cancellation));
                var rendering = renderer.Begin(level.Where(v => !v.IsOver).Select(v => v.Page), cancellation); // All versions are known by now.
                request.Looking(rendering);
                await EachAsync(level, visit => WriteAsync(visit, rendering, cancellation));
                await SettleAsync([.. level.Where(v => v is { IsOver: false, IsReady: true })], marked, cancellation);
            }
        }
        finally
        {
            foreach (var visit in level)
            {
                visit.Leave(_atWork);
            }
        }

        foreach (var visit in level.Where(v => !v.IsOver))
        {
            visit.Fail(new TimeoutException($"{visit.Page} was refreshed {MostRounds} times and never in step."));
        }

        return level.Where(v => v.Fault is null).SelectMany(v => v.Calls).Distinct()
            .ToDictionary(p => p, p => marked.TryGetValue(p, out var version) ? version : (ETag?)null);

        Task EachAsync(IEnumerable<PageVisit> visits, Func<PageVisit, Task> work) =>
            Task.WhenAll(visits.Where(v => !v.IsOver).ToList().Select(v => TryAsync(v, work, cancellation)));
    }

    /// <summary>Does a part of the work on one page; its fault is its own.</summary>
    private static async Task TryAsync(PageVisit visit, Func<PageVisit, Task> work, CancellationToken cancellation)
    {
        Activity.Current = visit.Span ?? Activity.Current;
        try
        {
            await work(visit);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            visit.Fail(fault);
        }
    }

    private async Task BeginAsync(IReadOnlyList<PageVisit> visits, CancellationToken cancellation)
    {
        var stale = await archive.FindStaleAsync([.. visits.Where(v => v.Marked is null).Select(v => v.Page)], cancellation);
        foreach (var visit in visits)
        {
            visit.Begin(stale.GetValueOrDefault(ArchiveKeys.Stale(visit.Page)), _atWork, clock.GetUtcNow());
        }
    }

    private async Task LookAsync(PageVisit visit, string? trace, CancellationToken cancellation)
    {
        visit.Span ??= PublishingTrace.Handle("refresh", trace)?.SetTag("lysekil.page", visit.Page.Value).SetTag("lysekil.attempt", visit.Attempt);
        await visit.LookAsync(ContainerOf(visit.Page), archive.Table, cancellation);
        visit.PutOffIfNew(rest, clock.GetUtcNow());
    }

    private async Task WriteAsync(PageVisit visit, PageRendering rendering, CancellationToken cancellation) =>
        await visit.WriteAsync(ContainerOf(visit.Page), archive.Table, await rendering.RenderAsync(visit.Page), cancellation);

    /// <summary>One commit for all; where somebody was faster with one of them, one for each.</summary>
    private async Task SettleAsync(IReadOnlyList<PageVisit> ready, ConcurrentDictionary<PageKey, ETag> marked, CancellationToken cancellation)
    {
        try
        {
            if (ready.Count > 1 && await CommitAsync(ready, marked, cancellation))
            {
                return;
            }
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            foreach (var visit in ready)
            {
                visit.Fail(fault);
            }

            return;
        }

        await Task.WhenAll(ready.Select(v => TryAsync(v, one => CommitAsync([one], marked, cancellation), cancellation)));
    }

    /// <returns><c>false</c> where somebody was faster.</returns>
    private async Task<bool> CommitAsync(IReadOnlyList<PageVisit> visits, ConcurrentDictionary<PageKey, ETag> marked, CancellationToken cancellation)
    {
        var changes = visits.SelectMany(v => v.Changes).DistinctBy(c => c.Key).ToList(); // Several may call the same page above them.
        if (changes.Count > ITable.MostChanges)
        {
            return false;
        }

        if (changes.Count > 0)
        {
            if (await archive.Table.CommitAsync(changes, cancellation) is not { } etags)
            {
                return false;
            }

            foreach (var parent in visits.SelectMany(v => v.Calls))
            {
                if (changes.FindIndex(c => c.Key == ArchiveKeys.Stale(parent)) is >= 0 and var at)
                {
                    marked[parent] = etags[at]!.Value;
                }
            }
        }

        foreach (var visit in visits.Where(v => v.Settle(clock.GetUtcNow())))
        {
            log.LogWarning("Reconcile found {Page} out of step, and it is mended", visit.Page);
        }

        return true;
    }

    private IBlobContainer ContainerOf(PageKey page) => page.IsDesk ? storage.Desk : storage.Web;
}
