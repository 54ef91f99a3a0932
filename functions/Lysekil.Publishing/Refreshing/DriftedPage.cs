using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// The pages that a sweep found out of step with the index, although no publish had marked them stale: one row each.
/// The row is written with the commit that ends the page's refresh, so that refreshes do not wait for each other. A
/// page that was published during the sweep may be among them.
/// </summary>
internal static class DriftedPage
{
    /// <summary>
    /// The change that notes a page that was out of step; <c>null</c> if that is no drift. It is none if no sweep
    /// marked the page stale, if a rebuild is to change it, or if the page is the style sheet of an earlier theme.
    /// </summary>
    /// <param name="table">The index; read only if a sweep marked the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="stale">Its stale row.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public static async Task<RowChange?> NoteAsync(
        ITable table, PageKey page, Row? stale, CancellationToken cancellation)
    {
        if (stale is null || SweepOf(stale) is not { } sweep || PageRoute.Of(page) is PageRoute.StyleSheet)
        {
            return null;
        }

        return await table.FindAsync(IndexKeys.Rebuild, cancellation) is { } rebuild && SweepOf(rebuild) != sweep
            ? null
            : new RowChange.Upsert(
                IndexKeys.DriftedPage(sweep, page), PageRow.Codec.Write((page, sweep)));
    }

    /// <summary>
    /// The pages of the last sweep; or of the one before, as long as the last has found none and not deleted those.
    /// </summary>
    public static async Task<IReadOnlyList<PageKey>> LastAsync(ITable table, int most, CancellationToken cancellation)
    {
        var all = KeyRange.StartingWith(IndexKeys.DriftedPages);
        var rows = await table.QueryAsync(all, most, cancellation).ToListAsync(cancellation);
        var last = rows.TakeWhile(r => SweepOf(r) == SweepOf(rows[0]));
        return [.. last.Select(r => PageRow.Page.Of(new(r.Columns)))];
    }

    /// <summary>
    /// Deletes the rows of earlier sweeps, as many as one commit holds. Each slice of a sweep calls this, and notes no
    /// more pages than that itself.
    /// </summary>
    public static async Task ForgetSomeAsync(ITable table, string sweep, CancellationToken cancellation)
    {
        var earlier = KeyRange.AfterAll(IndexKeys.DriftedPages + sweep + ":", IndexKeys.DriftedPages);
        var rows = await table.QueryAsync(earlier, ITable.MostChanges, cancellation).ToListAsync(cancellation);
        if (rows.Count > 0)
        {
            // A conflict means that another slice deletes them.
            await table.CommitAsync([.. rows.Select(r => new RowChange.Delete(r.Key, r.ETag))], cancellation);
        }
    }

    private static string? SweepOf(Row row) => PageRow.Sweep.Of(new(row.Columns));
}
