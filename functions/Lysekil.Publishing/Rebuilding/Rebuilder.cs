using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>
/// Renders the whole site anew, a slice of the archive a message: each slice marks its pages stale, wakes their refreshes,
/// and only then remembers how far it came, so that a crash costs at most one slice, and publishing goes on meanwhile. A
/// sweep does the same with whatever stands in <c>$web</c>, after a rebuild that is under way.
/// </summary>
public sealed class Rebuilder(SiteStorage storage, SiteIndex index, SiteReader sites)
{
    private readonly MessageSender _messages = new(storage);
    private readonly RebuildSlices _slices = new(index, sites);
    private readonly RebuildThrottle _throttle = new(index);

    /// <summary>The change that starts a rebuild, or starts again the one under way.</summary>
    public static RowChange FromTheStart() => new RowChange.Upsert(IndexKeys.Rebuild, RebuildPosition.Start.Write());

    /// <summary>Starts a rebuild; one that is under way starts again.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await index.Table.CommitAsync([FromTheStart()], cancellation);
        await _messages.RebuildAsync(cancellation);
    }

    /// <summary>Starts a rebuild unless one is under way.</summary>
    public Task StartOnceAsync(CancellationToken cancellation) => StartOnceAsync(null, cancellation);

    /// <summary>
    /// Starts to bring all pages in step, in <c>$web</c> and in the archive; a sweep that is under way starts again, but a
    /// rebuild goes on, and the sweep comes after it.
    /// </summary>
    /// <param name="sweep">
    /// Under which name the pages are kept that were out of step: of two, the later one comes first. <c>null</c> where pages
    /// are to become others anyway.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task StartSweepAsync(string? sweep, CancellationToken cancellation)
    {
        await index.Table.CommitAsync([new RowChange.Upsert(IndexKeys.Sweep, SweepPosition(sweep, null, 0))], cancellation);
        await StartOnceAsync(sweep, cancellation);
    }

    private async Task StartOnceAsync(string? sweep, CancellationToken cancellation)
    {
        await index.Table.CommitAsync([new RowChange.Insert(IndexKeys.Rebuild, (RebuildPosition.Start with { Sweep = sweep }).Write())], cancellation);
        await _messages.RebuildAsync(cancellation); // Also where the race is lost: perhaps to ourselves, when the client repeats a call.
    }

    /// <summary>
    /// Does the next slice, and wakes the one after it; or waits with it while many pages are stale
    /// (<see cref="RebuildThrottle"/>). Nothing happens where nothing is under way.
    /// </summary>
    /// <param name="waits">How often the slice has waited already.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task ContinueAsync(int waits, CancellationToken cancellation)
    {
        if (await UnderWayAsync(cancellation) is not { } row)
        {
            return;
        }

        if (await _throttle.MustWaitAsync(waits, cancellation))
        {
            await _messages.RebuildAsync(waits + 1, RebuildThrottle.Delay, cancellation);
            return;
        }

        if (await DoSliceAsync(row, cancellation))
        {
            await _messages.RebuildAsync(cancellation);
        }
        else
        {
            // Somebody else does the slices, since several began at once or one began again; or our own call was repeated by the
            // client, and nobody does. So not at once: as many would race each other to the end.
            await _messages.RebuildAsync(waits: 0, RebuildThrottle.Delay, cancellation);
        }
    }

    /// <summary>Does all slices at once, for a site that nobody reads yet. The refreshes are woken, not done.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        while (await UnderWayAsync(cancellation) is { } row)
        {
            await DoSliceAsync(row, cancellation);
        }
    }

    /// <summary>The row of what is under way: the rebuild, or else the sweep.</summary>
    internal async Task<Row?> UnderWayAsync(CancellationToken cancellation) =>
        await index.Table.FindAsync(IndexKeys.Rebuild, cancellation) ?? await index.Table.FindAsync(IndexKeys.Sweep, cancellation);

    /// <returns>Whether it was ours to move the position on.</returns>
    private Task<bool> DoSliceAsync(Row row, CancellationToken cancellation) =>
        row.Key == IndexKeys.Rebuild ? RebuildSliceAsync(row, cancellation) : SweepSliceAsync(row, cancellation);

    private async Task<bool> RebuildSliceAsync(Row rebuild, CancellationToken cancellation)
    {
        var position = RebuildPosition.Read(rebuild.Columns);
        var (pages, next) = await _slices.AfterAsync(position, cancellation);
        await MarkAsync(pages, position.Sweep, cancellation);
        return await index.Table.CommitAsync(
            next is null
                ?
                [
                    new RowChange.Delete(rebuild.Key, rebuild.ETag),
                    new RowChange.Upsert(IndexKeys.Built, new RowWriter().Add("version", RenderingVersion.Current).Values),
                ]
                : [new RowChange.Replace(rebuild.Key, next.Write(), rebuild.ETag)],
            cancellation) is not null;
    }

    private async Task<bool> SweepSliceAsync(Row sweep, CancellationToken cancellation)
    {
        var name = sweep.Columns.Find("sweep");
        var listing = await storage.Web.ListAsync(ITable.MostChanges, sweep.Columns.Find("continuation"), cancellation);
        await MarkAsync([.. listing.Blobs.Select(b => PageKey.Parse(b.Name)).OfType<PageKey>()], name, cancellation);
        if (name is not null)
        {
            await DriftedPage.ForgetSomeAsync(index.Table, name, cancellation);
        }

        var swept = SweepPosition(name, listing.Continuation, sweep.Columns.Number("pages") + listing.Blobs.Count);
        return await index.Table.CommitAsync(
            listing.Continuation is null
                ? [new RowChange.Delete(sweep.Key, sweep.ETag), new RowChange.Upsert(IndexKeys.SweepFindings, swept)]
                : [new RowChange.Replace(sweep.Key, swept, sweep.ETag)],
            cancellation) is not null;
    }

    private async Task MarkAsync(IReadOnlyList<PageKey> pages, string? sweep, CancellationToken cancellation)
    {
        if (pages.Count > 0)
        {
            await index.Table.CommitAsync([.. pages.Select(p => SiteIndex.MarkStale(p, sweep))], cancellation);
            await _messages.RefreshAsync(pages, cancellation);
        }
    }

    private static IReadOnlyDictionary<string, string> SweepPosition(string? sweep, string? continuation, int pages) => new RowWriter()
        .Add("sweep", sweep).Add("continuation", continuation).Add("pages", pages).Values;
}
