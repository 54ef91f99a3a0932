using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// Brings pages in step with the index, and then the pages that list them, as far as those have to follow. A refresh
/// may be cut short anywhere, and several may run at once.
/// </summary>
/// <param name="storage">The site's storage.</param>
/// <param name="index">Its index.</param>
/// <param name="renderer">Renders the pages.</param>
/// <param name="rest">
/// How long a page of many sources rests after it was written, so that a thousand publishes at once write it a few
/// times instead of a thousand. After a quiet while, a publish does not wait.
/// </param>
/// <param name="clock">Tells how long a page has rested and was stale. No page's bytes depend on it.</param>
/// <param name="log">The operators' log.</param>
public sealed class Refresher(
    SiteStorage storage,
    SiteIndex index,
    PageRenderer renderer,
    TimeSpan rest,
    TimeProvider clock,
    ILogger<Refresher> log)
{
    private readonly MessageSender _messages = new(storage);
    private readonly LostContents _lost = new(index, new MessageSender(storage));
    private readonly RefreshRounds _rounds = new(storage, index, renderer, rest, clock, log);

    /// <returns>What became of each page, and of the pages that followed.</returns>
    /// <exception cref="RefreshFailedException">Some pages failed; the others were refreshed.</exception>
    public async Task<IReadOnlyList<RefreshOutcome>> RefreshAsync(
        RefreshRequest request, CancellationToken cancellation)
    {
        var observed = await ObserveAsync(request, cancellation);
        return await CompleteAsync(observed, renderer.BeginPass(observed.ToRender, cancellation), cancellation);
    }

    /// <summary>
    /// Reads the versions of the pages that are refreshed first. The index may be read for them after this (R2).
    /// </summary>
    internal async Task<ObservedPages> ObserveAsync(RefreshRequest request, CancellationToken cancellation)
    {
        var waiting = request.Pages.Distinct().ToDictionary(
            p => p,
            p => new PageRefresh(p, request.Attempt, request.Force)
            {
                StaleVersion = request.StaleVersion.TryGetValue(p, out var version) ? version : null,
            });
        var pages = await _rounds.ObserveAsync(TakeLevel(waiting), request.Trace, cancellation);
        return new ObservedPages(request, pages, waiting);
    }

    /// <summary>Refreshes pages that were observed, and then those that follow them.</summary>
    /// <param name="observed">The pages; to be completed once.</param>
    /// <param name="pass">The first render pass, opened after the pages were observed (R2); it is ended here.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>What became of each page, and of the pages that followed.</returns>
    /// <exception cref="RefreshFailedException">Some pages failed; the others were refreshed.</exception>
    internal async Task<IReadOnlyList<RefreshOutcome>> CompleteAsync(
        ObservedPages observed, RenderPass pass, CancellationToken cancellation)
    {
        var (request, next, waiting) = observed;
        var pages = new List<PageState>();
        var done = new HashSet<PageKey>();
        while (true)
        {
            var level = await _rounds.CompleteAsync(next, pass, request.Trace, cancellation);
            pages.AddRange(level.Pages);
            done.UnionWith(level.Pages.Select(p => p.Page));
            foreach (var follower in level.Followers)
            {
                // R2: What an earlier attempt wrote is mended once: a listing and its parts follow each other.
                var refresh = waiting.GetValueOrDefault(follower)
                    ?? (done.Contains(follower)
                        ? new PageRefresh(follower, Attempt: 1)
                        : new PageRefresh(follower, request.Attempt, request.Force));
                waiting[follower] = refresh with
                {
                    StaleVersion = level.StaleVersions.TryGetValue(follower, out var version) ? version : null,
                };
            }

            if (waiting.Count == 0)
            {
                break;
            }

            next = await _rounds.ObserveAsync(TakeLevel(waiting), request.Trace, cancellation);
            pass = _rounds.BeginPass(next, cancellation);
        }

        await SendDeferredAsync([.. pages.OfType<DeferredPage>()], request, cancellation);
        var faults = pages.OfType<FailedPage>().Select(p => (p.Page, p.Fault)).ToList();
        await _lost.RepublishAsync(faults.Select(f => f.Fault), cancellation);
        return faults.Count == 0
            ? [.. pages.OfType<EndedPage>().Select(p => new RefreshOutcome(p.Page, p.Result))]
            : throw new RefreshFailedException(faults);
    }

    /// <summary>
    /// Takes the pages that list no other waiting page; first those whose queries answer others, too. A page that
    /// another of them may mark stale is left: one commit cannot mark it and end its mark.
    /// </summary>
    private static List<PendingPage> TakeLevel(Dictionary<PageKey, PageRefresh> waiting)
    {
        var later = waiting.Keys.SelectMany(PageRoute.LaterThan).ToHashSet();
        var next = waiting.Values.Where(r => !later.Contains(r.Page)).ToList();
        var asked = next.SelectMany(r => PageRoute.FoundBy(r.Page)).ToHashSet();
        var level = next
            .Where(r => !asked.Contains(r.Page))
            .OrderBy(r => PageRoute.ListsMonth(r.Page) ? 0 : 1)
            .ToList();
        level.ForEach(r => waiting.Remove(r.Page));
        return [.. level.Select(r => new PendingPage(r))];
    }

    /// <summary>Sends deferred pages a message each that shows once they have rested.</summary>
    private Task SendDeferredAsync(
        IReadOnlyList<DeferredPage> pages, RefreshRequest request, CancellationToken cancellation)
    {
        // R2: The force goes with the message where an old state may have been written.
        return Task.WhenAll(pages.GroupBy(p => p.Refresh.MustRender, p => p.Page).Select(deferred =>
            _messages.RefreshLaterAsync(
                deferred,
                new PageRefreshMessage([]) { Force = deferred.Key, Trace = request.Trace },
                rest,
                request.FollowsPublish,
                cancellation)));
    }
}

/// <summary>A refresh whose first pages are observed, and not yet rendered.</summary>
/// <param name="Request">The request.</param>
/// <param name="Pages">The pages that are refreshed first.</param>
/// <param name="Waiting">The pages that list others of the request, and wait for them.</param>
internal sealed record ObservedPages(
    RefreshRequest Request, IReadOnlyList<PageState> Pages, Dictionary<PageKey, PageRefresh> Waiting)
{
    /// <summary>The pages that are to be rendered.</summary>
    public IEnumerable<PageKey> ToRender => Pages.OfType<ObservedPage>().Select(p => p.Page);
}
