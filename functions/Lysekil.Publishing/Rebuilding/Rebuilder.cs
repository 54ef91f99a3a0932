using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>
/// Renders the whole site anew, one slice a message. A slice marks its pages stale, sends messages to refresh them, and
/// only then stores the position, so that a crash repeats at most one slice (R6). Publishing goes on meanwhile. A sweep
/// does the same with every blob of <c>$web</c>, after a rebuild that is under way.
/// </summary>
public sealed class Rebuilder(SiteStorage storage, SiteIndex index, SiteReader sites)
{
    private readonly MessageSender _messages = new(storage);
    private readonly RebuildSlices _slices = new(index, sites);
    private readonly RebuildThrottle _throttle = new(index);

    /// <summary>The change that starts a rebuild, or restarts the one under way.</summary>
    public static RowChange FromTheStart() =>
        new RowChange.Upsert(IndexKeys.Rebuild, RebuildPositionRow.Codec.Write(RebuildPosition.Start));

    /// <summary>Starts a rebuild, or restarts the one under way.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await index.Table.CommitAsync([FromTheStart()], cancellation);
        await _messages.RebuildAsync(cancellation);
    }

    /// <summary>Starts a rebuild unless one is under way.</summary>
    public Task StartOnceAsync(CancellationToken cancellation) => StartOnceAsync(null, cancellation);

    /// <summary>
    /// Starts to bring all pages in step, those of the index and those in <c>$web</c>. A sweep under way starts again.
    /// A rebuild under way goes on, and the sweep follows it.
    /// </summary>
    /// <param name="sweep">
    /// The name under which drifted pages are noted; a later sweep's sorts before an earlier one's. <c>null</c> where
    /// pages are expected to change, so that none counts as drifted.
    /// </param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task StartSweepAsync(string? sweep, CancellationToken cancellation)
    {
        var start = SweepPositionRow.Codec.Write(new(sweep, null, 0));
        await index.Table.CommitAsync([new RowChange.Upsert(IndexKeys.Sweep, start)], cancellation);
        await StartOnceAsync(sweep, cancellation);
    }

    private async Task StartOnceAsync(string? sweep, CancellationToken cancellation)
    {
        var start = RebuildPositionRow.Codec.Write(RebuildPosition.Start with { Sweep = sweep });
        await index.Table.CommitAsync([new RowChange.Insert(IndexKeys.Rebuild, start)], cancellation);
        // R6: also where the race is lost, perhaps to this call, repeated by the client.
        await _messages.RebuildAsync(cancellation);
    }

    /// <summary>
    /// Does the next slice and sends the message for the one after it, or delays it while many pages are stale
    /// (<see cref="RebuildThrottle"/>). Nothing happens where no rebuild or sweep is under way.
    /// </summary>
    /// <param name="waits">How often the slice was delayed already.</param>
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
            // R6: another instance moves the position, since several began at once or one began again; or the client
            // repeated this instance's own commit, and no other does. The message is delayed, or all of them would race
            // each other to the end.
            await _messages.RebuildAsync(waits: 0, RebuildThrottle.Delay, cancellation);
        }
    }

    /// <summary>
    /// Does all slices at once, for a site without readers. It sends the messages to refresh the pages and does not
    /// wait for them.
    /// </summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        while (await UnderWayAsync(cancellation) is { } row)
        {
            await DoSliceAsync(row, cancellation);
        }
    }

    /// <summary>The row of the rebuild under way, or else of the sweep; <c>null</c> where there is neither.</summary>
    internal async Task<Row?> UnderWayAsync(CancellationToken cancellation) =>
        await index.Table.FindAsync(IndexKeys.Rebuild, cancellation)
        ?? await index.Table.FindAsync(IndexKeys.Sweep, cancellation);

    /// <returns>Whether this instance moved the position on; <c>false</c> where another had moved it.</returns>
    private Task<bool> DoSliceAsync(Row row, CancellationToken cancellation) =>
        row.Key == IndexKeys.Rebuild ? RebuildSliceAsync(row, cancellation) : SweepSliceAsync(row, cancellation);

    private async Task<bool> RebuildSliceAsync(Row rebuild, CancellationToken cancellation)
    {
        var position = RebuildPositionRow.Codec.Read(rebuild.Columns);
        var slice = await _slices.AfterAsync(position, cancellation);
        var version = rebuild.ETag;
        if (slice.NewRows.Count > 0)
        {
            // R1: Other settings start the rebuild again, so these rows come only with the settings that ask for them.
            RowChange[] changes = [new RowChange.Replace(rebuild.Key, rebuild.Columns, version), .. slice.NewRows];
            if (await index.Table.CommitAsync(changes, cancellation) is not { } etags)
            {
                return false;
            }

            version = etags[0]!.Value;
        }

        await MarkAsync(slice.Pages, position.Sweep, cancellation);
        return await index.Table.CommitAsync(
            slice.Next is null
                ?
                [
                    new RowChange.Delete(rebuild.Key, version),
                    new RowChange.Upsert(IndexKeys.Built, BuiltVersionRow.Codec.Write(RenderingVersion.Current)),
                ]
                :
                [
                    new RowChange.Replace(rebuild.Key, RebuildPositionRow.Codec.Write(slice.Next), version),
                    .. slice.FormerRows,
                ],
            cancellation) is not null;
    }

    private async Task<bool> SweepSliceAsync(Row sweep, CancellationToken cancellation)
    {
        var (name, continuation, pages) = SweepPositionRow.Codec.Read(sweep.Columns);
        var listing = await storage.Web.ListAsync(ITable.MostChanges, continuation, cancellation);
        await MarkAsync([.. listing.Blobs.Select(b => PageKey.Parse(b.Name)).OfType<PageKey>()], name, cancellation);
        if (name is not null)
        {
            await DriftedPage.ForgetSomeAsync(index.Table, name, cancellation);
        }

        var swept = SweepPositionRow.Codec.Write(new(name, listing.Continuation, pages + listing.Blobs.Count));
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
}
