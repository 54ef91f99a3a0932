using System.Runtime.CompilerServices;

namespace Lysekil.Publishing.Storage;

/// <summary>
/// Puts each query to a table once, and answers later ones of the same rows, or of a part of them, from memory. It is
/// for callers that may see the table as it is at one moment, not older; a caller that must see something newer uses
/// another instance. Safe for several threads.
/// </summary>
public sealed class MemoizingTable : ITable
{
    private readonly ITable _table;
    private readonly HeldMemory? _held;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, AsyncLazy<Row?>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(KeyRange Range, int Most), AsyncLazy<List<Row>>> _ranges = [];

    /// <param name="table">The table that answers.</param>
    public MemoizingTable(ITable table)
        : this(table, held: null)
    {
    }

    /// <param name="table">The table that answers.</param>
    /// <param name="held">Counts the rows that are kept; <c>null</c>: nothing does.</param>
    internal MemoizingTable(ITable table, HeldMemory? held) => (_table, _held) = (table, held);

    public Task<Row?> FindAsync(string key, CancellationToken cancellation) =>
        Memoized(_rows, key, () => _table.FindAsync(key, cancellation)).GetAsync();

    public async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var asking = MemoizedSuperset(range, most) ?? Memoized(
            _ranges,
            (range, most),
            () => QueryAllAsync(range, most, cancellation));
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
        _table.CommitAsync(changes, cancellation);

    private async Task<List<Row>> QueryAllAsync(KeyRange range, int most, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        await foreach (var row in _table.QueryAsync(range, most, cancellation))
        {
            rows.Add(row);
            if (_held is not null)
            {
                await _held.AddAsync(row, cancellation);
            }
        }

        return rows;
    }

    /// <summary>
    /// An earlier query that has all of a range, or more rows of the same; <c>null</c> where there is none.
    /// </summary>
    private AsyncLazy<List<Row>>? MemoizedSuperset(KeyRange range, int most)
    {
        lock (_lock)
        {
            return _ranges.FirstOrDefault(r => r.Key.Most == int.MaxValue
                ? r.Key.Range.Contains(range)
                : r.Key.Range == range && r.Key.Most > most).Value;
        }
    }

    /// <summary>How many of some sorted rows come before a key.</summary>
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
