using System.Runtime.CompilerServices;

namespace Lysekil.Publishing.Storage;

/// <summary>
/// Puts each question to a table once, and gives whoever asks it again, or for a part of it, the same answer: for those who look at
/// one moment, and may see nothing older. Whoever must see something newer asks through another. Safe for several threads.
/// </summary>
public sealed class MemoizingTable(ITable table) : ITable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AsyncLazy<Row?>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(KeyRange Range, int Most), AsyncLazy<List<Row>>> _ranges = [];

    public Task<Row?> FindAsync(string key, CancellationToken cancellation) =>
        Memoized(_rows, key, () => table.FindAsync(key, cancellation)).GetAsync();

    public async IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var asking = MemoizedSuperset(range, most) ?? Memoized(_ranges, (range, most), async () => await table.QueryAsync(range, most, cancellation).ToListAsync(cancellation));
        var rows = await asking.GetAsync();
        var first = PlaceOf(range.From, rows);
        first += range.WithoutFrom && first < rows.Count && rows[first].Key == range.From ? 1 : 0;
        var end = (int)Math.Min(PlaceOf(range.To, rows), (long)first + most);
        for (var i = first; i < end; i++)
        {
            yield return rows[i];
        }
    }

    public Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        table.CommitAsync(changes, cancellation);

    /// <summary>The question of whoever asked for more of a range, or for all of one that this is in; <c>null</c> where nobody did.</summary>
    private AsyncLazy<List<Row>>? MemoizedSuperset(KeyRange range, int most)
    {
        lock (_lock)
        {
            return _ranges.FirstOrDefault(r => r.Key.Most == int.MaxValue ? r.Key.Range.Contains(range) : r.Key.Range == range && r.Key.Most > most).Value;
        }
    }

    /// <summary>How many of some rows, which are in the order of their keys, come before a key.</summary>
    private static int PlaceOf(string key, List<Row> rows)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(rows[middle].Key, key) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private AsyncLazy<T> Memoized<TKey, T>(Dictionary<TKey, AsyncLazy<T>> asked, TKey key, Func<Task<T>> ask)
        where TKey : notnull
    {
        lock (_lock)
        {
            return asked.TryGetValue(key, out var known) ? known : asked[key] = new AsyncLazy<T>(ask);
        }
    }
}
