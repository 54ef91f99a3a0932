using System.Collections.Concurrent;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Burst;

/// <summary>Counts the publishes that touch each page: that mark it stale, or a page below it. Several instances may share the counts.</summary>
/// <param name="table">The archive.</param>
/// <param name="touches">Gets the counts.</param>
internal sealed class TouchedPages(ITable table, ConcurrentDictionary<PageKey, int> touches) : ITable
{
    public Task<Row?> FindAsync(string key, CancellationToken cancellation) => table.FindAsync(key, cancellation);

    public IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) => table.QueryAsync(range, most, cancellation);

    /// <remarks>A publish commits pages with the work that it leaves; a refresh does not.</remarks>
    public async Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        var etags = await table.CommitAsync(changes, cancellation);
        if (etags is not null && changes.Any(c => c.Key.StartsWith(IndexKeys.OutboxEntries, StringComparison.Ordinal)))
        {
            var marked = changes.OfType<RowChange.Upsert>().Where(c => c.Key.StartsWith(IndexKeys.StalePages, StringComparison.Ordinal));
            foreach (var page in marked.Select(c => PageKey.Parse(c.Columns["page"])!).SelectMany(p => PageRoute.AncestorsOf(p).Prepend(p)).Distinct())
            {
                touches.AddOrUpdate(page, 1, (_, count) => count + 1);
            }
        }

        return etags;
    }
}
