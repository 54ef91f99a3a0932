using System.Collections.Concurrent;
using System.Diagnostics;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Lysekil.Publishing.Waking;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// Brings pages in step with the archive, those above them after them. The pages' stale rows are read first, then the versions of the
/// pages and of their summaries, then the archive, once for all; each write is conditional on what was read. So of several
/// refreshers of a page the last writer always saw everything. Safe to be cut short anywhere.
/// </summary>
/// <param name="storage">The site's storage.</param>
/// <param name="archive">Its archive.</param>
/// <param name="renderer">Renders the pages.</param>
/// <param name="rest">
/// How long a page that many sources touch rests after it was written: so that a thousand publishes at once write it a few times, and not
/// a thousand. Nobody waits after a quiet while.
/// </param>
/// <param name="clock">Tells how long a page has rested, and how long it was stale; no page depends on it.</param>
/// <param name="log">What operators read.</param>
public sealed class Refresher(
    SiteStorage storage, ArchiveIndex archive, PageRenderer renderer, TimeSpan rest, TimeProvider clock, ILogger<Refresher> log)
{
    /// <summary>A page over which so many refreshers quarrel is left to the next message.</summary>
    private const int MostRounds = 50;

    private readonly WakeUpCalls _wake = new(storage);

    /// <param name="pages">Which pages.</param>
    /// <param name="attempt">
    /// Which try of its message this is, from 1. A second try renders, stale or not: the first may have written an old
    /// state and died.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="marked">The versions of stale rows, for whoever has just written them: they need not be read.</param>
    /// <param name="trace">The sender's span; <c>null</c>: what is under way.</param>
    /// <returns>What became of each page, and of those above it as far as they had to follow.</returns>
    /// <exception cref="RefreshFailedException">Some pages failed; the others were refreshed.</exception>
    public async Task<IReadOnlyList<RefreshOutcome>> RefreshAsync(
        IEnumerable<PageKey> pages, int attempt, CancellationToken cancellation, IReadOnlyDictionary<PageKey, ETag>? marked = null, string? trace = null)
    {
        var visits = new List<PageVisit>();
        var waiting = pages.Distinct().ToDictionary(p => p, p => new PageVisit(p, attempt) { Marked = marked?.GetValueOrDefault(p) });
        while (waiting.Count > 0)
        {
            var above = waiting.Keys.SelectMany(PageRoute.AncestorsOf).ToHashSet();
            var level = waiting.Values.Where(v => !above.Contains(v.Page)).ToList();
            level.ForEach(v => waiting.Remove(v.Page));
            visits.AddRange(level);
            foreach (var (parent, version) in await VisitAsync(level, trace, cancellation))
            {
                waiting.TryAdd(parent, new PageVisit(parent, attempt));
                waiting[parent].Marked = version;
            }
        }

        await _wake.RefreshAsync(visits.Where(v => v.Result == RefreshResult.PutOff).Select(v => v.Page), trace, rest, cancellation);
        var faults = visits.Where(v => v.Fault is not null).Select(v => (v.Page, v.Fault!)).ToList();
        return faults.Count == 0
            ? [.. visits.Select(v => new RefreshOutcome(v.Page, v.Result!.Value))]
            : throw new RefreshFailedException(faults);
    }

    /// <summary>Brings pages in step of which none is above another.</summary>
    /// <returns>The pages above them that have to follow, with the versions of their stale rows where those were just written.</returns>
    private async Task<IReadOnlyDictionary<PageKey, ETag?>> VisitAsync(IReadOnlyList<PageVisit> level, string? trace, CancellationToken cancellation)
    {
        var marked = new ConcurrentDictionary<PageKey, ETag>();
        for (var round = 0; round < MostRounds && !level.All(v => v.IsOver); round++)
        {
            await BeginAsync(level.Where(v => !v.IsOver).ToList(), cancellation);
            await EachAsync(level, visit => LookAsync(visit, trace, cancellation));
            var rendering = renderer.Begin(cancellation); // All versions are known by now.
            await EachAsync(level, visit => WriteAsync(visit, rendering, cancellation));
            await SettleAsync([.. level.Where(v => v is { IsOver: false, IsReady: true })], marked, cancellation);
        }

        foreach (var visit in level.Where(v => !v.IsOver))
        {
            visit.Fail(new TimeoutException($"{visit.Page} was refreshed {MostRounds} times and never in step."));
        }

        return level.Where(v => v.Fault is null && v.CallsParents).SelectMany(v => PageRoute.ParentsOf(v.Page)).Distinct()
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
            visit.Begin(stale.GetValueOrDefault(ArchiveKeys.Stale(visit.Page)), clock.GetUtcNow());
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

            foreach (var parent in visits.SelectMany(v => PageRoute.ParentsOf(v.Page)))
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
