using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// Remembers the pages that a sweep found out of step with the archive, although nobody had asked for them: one row each,
/// written with the commit that says that the page is in step again, so that refreshes do not wait for each other. A page
/// that was published at the very moment of the sweep may be among them.
/// </summary>
internal static class DriftedPage
{
    /// <summary>
    /// The change that notes a page, which was not as it should be; <c>null</c> where that is no drift: where not a sweep
    /// asked for it, where a rebuild is to make another of it, and for a style sheet of an earlier theme.
    /// </summary>
    /// <param name="table">Asked only where a sweep found something.</param>
    /// <param name="page">Which page.</param>
    /// <param name="stale">What asked for it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<RowChange?> NoteAsync(ITable table, PageKey page, Row? stale, CancellationToken cancellation)
    {
        if (stale is null || SweepOf(stale) is not { } sweep || PageRoute.Of(page) is PageRoute.StyleSheet)
        {
            return null;
        }

        return await table.FindAsync(IndexKeys.Rebuild, cancellation) is { } rebuild && SweepOf(rebuild) != sweep
            ? null
            : new RowChange.Upsert(IndexKeys.DriftedPage(sweep, page), new RowWriter().Add("page", page.Value).Add("sweep", sweep).Values);
    }

    /// <summary>Those of the last sweep; or, as long as it has found none and not forgotten them, of the one before.</summary>
    public static async Task<IReadOnlyList<PageKey>> LastAsync(ITable table, int most, CancellationToken cancellation)
    {
        var rows = await table.QueryAsync(KeyRange.StartingWith(IndexKeys.DriftedPages), most, cancellation).ToListAsync(cancellation);
        return [.. rows.TakeWhile(r => SweepOf(r) == SweepOf(rows[0])).Select(r => PublishedItemRow.Page(r.Columns["page"]))];
    }

    /// <summary>Forgets what earlier sweeps found, a commit's worth: each slice of a sweep does, and has no more to note itself.</summary>
    public static async Task ForgetSomeAsync(ITable table, string sweep, CancellationToken cancellation)
    {
        var earlier = KeyRange.After(IndexKeys.DriftedPages + sweep + ";", IndexKeys.DriftedPages);
        var rows = await table.QueryAsync(earlier, ITable.MostChanges, cancellation).ToListAsync(cancellation);
        if (rows.Count > 0)
        {
            await table.CommitAsync([.. rows.Select(r => new RowChange.Delete(r.Key, r.ETag))], cancellation); // Or another slice has.
        }
    }

    private static string? SweepOf(Row row) => row.Columns.Find("sweep");
}
