using System.Collections.Concurrent;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Burst;

/// <summary>
/// Counts the publishes that mark each page, or a page below it, as stale. Several instances may share the
/// counts.
/// </summary>
/// <param name="table">The index.</param>
/// <param name="touches">Receives the counts.</param>
internal sealed class TouchCountingTable(ITable table, ConcurrentDictionary<PageKey, int> touches) : ITable
{
    public Task<Row?> FindAsync(string key, CancellationToken cancellation) => table.FindAsync(key, cancellation);

    public IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) =>
        table.QueryAsync(range, most, cancellation);

    /// <remarks>Only a publish commits stale rows together with an outbox entry.</remarks>
    public async Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        var etags = await table.CommitAsync(changes, cancellation);
        if (etags is not null && changes.Any(c => c.Key.StartsWith(IndexKeys.OutboxEntries, StringComparison.Ordinal)))
        {
            var marked = changes.OfType<RowChange.Upsert>()
                .Where(c => c.Key.StartsWith(IndexKeys.StalePages, StringComparison.Ordinal));
            foreach (var page in marked.Select(c => PageKey.Parse(c.Columns["page"])!)
                .SelectMany(p => PageRoute.AncestorsOf(p).Prepend(p)).Distinct())
            {
                touches.AddOrUpdate(page, 1, (_, count) => count + 1);
            }
        }

        return etags;
    }
}
