using System.Collections.Frozen;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Lysekil.Publishing.Waking;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// Brings one page in step with the archive. The page's stale row is read first, then the versions of the page and of its
/// summary, then the archive; each write is conditional on what was read. So of several refreshers of a page the last writer always saw
/// everything. Safe to be cut short anywhere.
/// </summary>
public sealed class Refresher(SiteStorage storage, ArchiveIndex archive, PageRenderer renderer, TimeProvider clock, ILogger<Refresher> log)
{
    /// <summary>A page over which so many refreshers quarrel is left to the next message.</summary>
    private const int MostRounds = 50;

    private readonly WakeUpCalls _wake = new(storage);

    /// <param name="page">Which page.</param>
    /// <param name="attempt">
    /// Which try of its message this is, from 1. A second try renders, stale or not: the first may have written an old
    /// state and died.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="marked">The version of the page's stale row, for whoever has just written it: it need not be read.</param>
    /// <exception cref="TimeoutException">Others were always faster.</exception>
    public async Task<RefreshOutcome> RefreshAsync(PageKey page, int attempt, CancellationToken cancellation, ETag? marked = null)
    {
        var container = page.IsDesk ? storage.Desk : storage.Web;
        var mayBeDone = attempt == 1;
        var mustWake = attempt > 1; // A first try may have died before it woke the parents.
        var result = RefreshResult.Unchanged;
        for (var round = 0; round < MostRounds; round++)
        {
            var stale = round == 0 && marked is { } version
                ? new Row(ArchiveKeys.Stale(page), version, clock.GetUtcNow(), FrozenDictionary<string, string>.Empty)
                : await archive.Table.FindAsync(ArchiveKeys.Stale(page), cancellation);
            if (stale is null && mayBeDone)
            {
                return new RefreshOutcome(page, RefreshResult.NotOwed);
            }

            // Not before the stale row: or somebody who is done before it was marked may write in between, unseen.
            mayBeDone = false;
            var findingBlob = container.FindAsync(page.BlobName, cancellation);
            var findingSummary = PageRoute.SummaryKeyOf(page) is { } key ? archive.Table.FindAsync(key, cancellation) : Task.FromResult<Row?>(null);
            await Task.WhenAll(findingBlob, findingSummary);
            var (blob, summary) = (await findingBlob, await findingSummary);
            var rendering = await renderer.RenderAsync(page, cancellation);
            if (!await WriteAsync(container, page, blob, rendering.Page, cancellation))
            {
                continue;
            }

            var isWritten = rendering.Page is { } wanted ? blob?.Headers.Hash != wanted.Headers.Hash : blob is not null;
            result = !isWritten ? result : rendering.Page is null ? RefreshResult.Deleted : RefreshResult.Written;
            var changes = Changes(page, stale, summary, rendering.Summary);
            mustWake |= changes.Count > 1; // Also where the race is lost: perhaps to ourselves, when the client repeats a call.
            var drift = result == RefreshResult.Unchanged ? null : await DriftedPage.NoteAsync(archive.Table, page, stale, cancellation);
            if (drift is not null)
            {
                changes.Add(drift);
            }

            if (changes.Count > 0 && await archive.Table.CommitAsync(changes, cancellation) is null)
            {
                continue;
            }

            if (drift is not null)
            {
                PublishingMeter.FoundPage();
                log.LogWarning("Reconcile found {Page} out of step, and it is mended", page);
            }
            else
            {
                Measure(stale, blob, isWritten ? rendering.Due : null);
            }

            if (mustWake)
            {
                await _wake.RefreshAsync(PageRoute.ParentsOf(page), cancellation);
            }

            if (stale is not null || (changes.Count == 0 && !isWritten))
            {
                return new RefreshOutcome(page, result);
            }

            // Nobody asked for what was written: once more, so that it is not older than what others saw.
        }

        throw new TimeoutException($"{page} was refreshed {MostRounds} times and never in step.");
    }

    /// <summary>
    /// A page whose own source is newer than the page was has brought it live; any other write of it, for a new theme, a
    /// neighbour or a picture, has not.
    /// </summary>
    private void Measure(Row? stale, BlobProperties? before, DateTimeOffset? due)
    {
        var now = clock.GetUtcNow();
        if (stale is not null)
        {
            PublishingMeter.WasStale(now - stale.Modified);
        }

        if (due is { } since && (before is null || before.Modified < since))
        {
            PublishingMeter.WentLive(now - since);
        }
    }

    /// <summary>Writes or deletes the page if it is not what it should be; <c>false</c> when the race was lost.</summary>
    private static async Task<bool> WriteAsync(
        IBlobContainer container, PageKey page, BlobProperties? blob, RenderedPage? rendered, CancellationToken cancellation)
    {
        if (rendered is null)
        {
            return blob is null || await container.DeleteAsync(page.BlobName, blob.ETag, cancellation);
        }

        if (blob?.Headers.Hash == rendered.Headers.Hash)
        {
            return true;
        }

        await using var content = await rendered.OpenAsync(cancellation);
        return await container.WriteAsync(page.BlobName, content, rendered.Headers, blob?.ETag, cancellation) is not null;
    }

    /// <summary>One commit for all: the summary, the pages that show it, and that the page is stale no more.</summary>
    private static List<RowChange> Changes(PageKey page, Row? stale, Row? had, PeriodSummary? summary)
    {
        var changes = new List<RowChange>();
        if (SummaryChange(page, had, summary) is { } change)
        {
            changes.Add(change);
            changes.AddRange(PageRoute.ParentsOf(page).Select(ArchiveIndex.MarkStale));
        }
        else if (stale is not null)
        {
            changes.AddRange(PageRoute.FollowersOf(page).Select(ArchiveIndex.MarkStale));
        }

        if (stale is not null)
        {
            changes.Add(new RowChange.Delete(stale.Key, stale.ETag));
        }

        return changes;
    }

    private static RowChange? SummaryChange(PageKey page, Row? had, PeriodSummary? summary) => (had, summary) switch
    {
        (null, null) => null,
        (null, not null) => new RowChange.Insert(PageRoute.SummaryKeyOf(page)!, summary.Write()),
        (not null, null) => new RowChange.Delete(had.Key, had.ETag),
        _ => IndexRows.Same(had.Columns, summary.Write()) ? null : new RowChange.Replace(had.Key, summary.Write(), had.ETag),
    };
}
