using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// Brings pages in step with the archive, and then those above them, as far as these have to follow. Safe to be cut short
/// anywhere, and to run several times at once.
/// </summary>
/// <param name="storage">The site's storage.</param>
/// <param name="index">Its archive.</param>
/// <param name="renderer">Renders the pages.</param>
/// <param name="rest">
/// How long a page that many sources touch rests after it was written: so that a thousand publishes at once write it a few times, and not
/// a thousand. Nobody waits after a quiet while.
/// </param>
/// <param name="clock">Tells how long a page has rested, and how long it was stale; no page depends on it.</param>
/// <param name="log">What operators read.</param>
public sealed class Refresher(
    SiteStorage storage, SiteIndex index, PageRenderer renderer, TimeSpan rest, TimeProvider clock, ILogger<Refresher> log)
{
    private readonly MessageSender _messages = new(storage);
    private readonly RefreshRounds _rounds = new(storage, index, renderer, rest, clock, log);

    /// <returns>What became of each page, and of those above it as far as they had to follow.</returns>
    /// <exception cref="RefreshFailedException">Some pages failed; the others were refreshed.</exception>
    public async Task<IReadOnlyList<RefreshOutcome>> RefreshAsync(RefreshRequest request, CancellationToken cancellation)
    {
        var refreshes = new List<PageRefresh>();
        var waiting = request.Pages.Distinct().ToDictionary(p => p, p => new PageRefresh(p, request.Attempt, request.Force));
        foreach (var (page, version) in request.StaleVersion)
        {
            waiting[page].StaleVersion = version;
        }

        while (waiting.Count > 0)
        {
            var later = waiting.Keys.SelectMany(PageRoute.LaterThan).ToHashSet();
            var level = waiting.Values.Where(v => !later.Contains(v.Page)).OrderBy(v => PageRoute.ListsYear(v.Page) ? 0 : 1).ToList();
            level.ForEach(v => waiting.Remove(v.Page));
            refreshes.AddRange(level);
            foreach (var (parent, version) in await _rounds.RefreshAsync(level, request, cancellation))
            {
                waiting.TryAdd(parent, new PageRefresh(parent, request.Attempt));
                waiting[parent].StaleVersion = version;
            }
        }

        var deferred = refreshes.Where(v => v.IsDeferred).ToLookup(v => v.IsFresh, v => v.Page);
        await Task.WhenAll(
            _messages.RefreshLaterAsync(deferred[true], force: false, request.Trace, rest, cancellation),
            _messages.RefreshLaterAsync(deferred[false], force: true, request.Trace, rest, cancellation));
        var faults = refreshes.Where(v => v.Fault is not null).Select(v => (v.Page, v.Fault!)).ToList();
        return faults.Count == 0
            ? [.. refreshes.Select(v => new RefreshOutcome(v.Page, v.Result!.Value))]
            : throw new RefreshFailedException(faults);
    }
}
