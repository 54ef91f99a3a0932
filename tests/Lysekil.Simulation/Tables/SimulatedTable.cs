using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>
/// One partition of a table in memory. A commit is one indivisible step; a query sees the table as it is at its first
/// row. ETags come from a counter, times from the clock. Thread safe.
/// </summary>
public sealed class SimulatedTable(TimeProvider clock) : ITable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>All rows in the order of their keys, as they are now.</summary>
    public IReadOnlyList<Row> Rows
    {
        get { lock (_lock) { return [.. _keys.Select(key => _rows[key])]; } }
    }

    /// <summary>Replaces the rows by those of another table.</summary>
    public void CopyFrom(SimulatedTable other)
    {
        IReadOnlyList<Row> rows;
        long version;
        lock (other._lock) { (rows, version) = (other.Rows, other._version); }
        lock (_lock)
        {
            _rows.Clear();
            _keys.Clear();
            foreach (var row in rows) { Keep(row); }
            _version = version;
        }
    }

    public Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TableLimits.CheckKey(key);
        lock (_lock) { return Task.FromResult(_rows.GetValueOrDefault(key)); }
    }

    public IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new DeferredQuery(() => Within(range, most));
    }

    public Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TableLimits.Check(changes);
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ETag?>?>(changes.All(MayBeMade) ? [.. changes.Select(Make)] : null);
        }
    }

    private bool MayBeMade(RowChange change) => change.MayBeMadeTo(_rows.GetValueOrDefault(change.Key)?.ETag);

    private ETag? Make(RowChange change) => change switch
    {
        RowChange.Insert insert => Store(insert.Key, insert.Columns),
        RowChange.Replace replace => Store(replace.Key, replace.Columns),
        RowChange.Upsert upsert => Store(upsert.Key, upsert.Columns),
        _ => Remove(change.Key),
    };

    private ETag? Store(string key, IReadOnlyDictionary<string, string> columns)
    {
        var row = new Row(
            key,
            new ETag($"W/\"{++_version}\""),
            clock.GetUtcNow(),
            new Dictionary<string, string>(columns, StringComparer.Ordinal));
        Keep(row);
        return row.ETag;
    }

    private void Keep(Row row)
    {
        _rows[row.Key] = row;
        _keys.Add(row.Key);
    }

    private ETag? Remove(string key)
    {
        _rows.Remove(key);
        _keys.Remove(key);
        return null;
    }

    private List<Row> Within(KeyRange range, int most)
    {
        var found = new List<Row>();
        if (most <= 0 || string.CompareOrdinal(range.From, range.To) >= 0) { return found; }
        lock (_lock)
        {
            foreach (var key in _keys.GetViewBetween(range.From, range.To))
            {
                if (!range.Contains(key)) { continue; }
                found.Add(_rows[key]);
                if (found.Count == most) { break; }
            }
        }

        return found;
    }
}
