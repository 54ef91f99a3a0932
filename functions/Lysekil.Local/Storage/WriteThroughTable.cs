using System.Runtime.CompilerServices;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Storage;

/// <summary>
/// A write-through cache of a table, for its only writer. Each commit goes to the table; reads are answered from
/// memory, since Azurite scans every row of a table for each query. After a commit of which it is unknown whether it
/// took effect, all reads go to the table. Thread safe.
/// </summary>
internal sealed class WriteThroughTable : ITable
{
    private static readonly KeyRange Everything = new("", "\uffff");

    private readonly ITable _table;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Row> _rows;
    private readonly SortedSet<string> _keys;
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isKnown = true;

    private WriteThroughTable(ITable table, IReadOnlyList<Row> rows, TimeProvider clock)
    {
        (_table, _clock) = (table, clock);
        _rows = rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        _keys = new SortedSet<string>(_rows.Keys, StringComparer.Ordinal);
    }

    /// <summary>
    /// Reads what the table holds. No other process may write to it from now on. The clock dates the commits that
    /// follow, nearly as the table itself does.
    /// </summary>
    public static async Task<WriteThroughTable> OpenAsync(
        ITable table, TimeProvider clock, CancellationToken cancellation) =>
        new(table, await table.QueryAsync(Everything, int.MaxValue, cancellation).ToListAsync(cancellation), clock);

    public Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        lock (_lock)
        {
            return _isKnown ? Task.FromResult(_rows.GetValueOrDefault(key)) : _table.FindAsync(key, cancellation);
        }
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = Known(range, most)?.ToAsyncEnumerable() ?? _table.QueryAsync(range, most, cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            yield return row;
        }
    }

    public async Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        await BeginAsync(changes, cancellation);
        IReadOnlyList<ETag?>? etags = null;
        var isRefused = false;
        try
        {
            isRefused = IsRefused(changes);
            return isRefused ? null : etags = await _table.CommitAsync(changes, cancellation);
        }
        finally
        {
            End(changes, etags, isCertain: isRefused || etags is not null);
        }
    }

    private List<Row>? Known(KeyRange range, int most)
    {
        lock (_lock)
        {
            return !_isKnown ? null
                : string.CompareOrdinal(range.From, range.To) >= 0 ? []
                : [.. _keys.GetViewBetween(range.From, range.To)
                    .Where(range.Contains).Take(most).Select(key => _rows[key])];
        }
    }

    /// <summary>
    /// Waits until no other commit of the same rows is under way: of two at once, it would be unknown which came last.
    /// </summary>
    private async Task BeginAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        while (true)
        {
            Task another;
            lock (_lock)
            {
                if (!changes.Any(c => _underWay.Contains(c.Key)))
                {
                    _underWay.UnionWith(changes.Select(c => c.Key));
                    return;
                }

                another = _ended.Task;
            }

            await another.WaitAsync(cancellation);
        }
    }

    private bool IsRefused(IReadOnlyList<RowChange> changes)
    {
        lock (_lock)
        {
            return _isKnown && !changes.All(MayBeMade);
        }
    }

    private bool MayBeMade(RowChange change) => change.MayBeMadeTo(_rows.GetValueOrDefault(change.Key)?.ETag);

    private void End(IReadOnlyList<RowChange> changes, IReadOnlyList<ETag?>? etags, bool isCertain)
    {
        lock (_lock)
        {
            // The table alone refused: the commit may have taken effect before the client library repeated it.
            _isKnown &= isCertain;
            for (var i = 0; i < etags?.Count; i++)
            {
                Take(changes[i], etags[i]);
            }

            _underWay.ExceptWith(changes.Select(c => c.Key));
            _ended.SetResult();
            _ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void Take(RowChange change, ETag? etag)
    {
        var columns = change switch
        {
            RowChange.Insert insert => insert.Columns,
            RowChange.Replace replace => replace.Columns,
            RowChange.Upsert upsert => upsert.Columns,
            _ => null,
        };
        if (columns is null)
        {
            _rows.Remove(change.Key);
            _keys.Remove(change.Key);
        }
        else
        {
            _rows[change.Key] = new Row(change.Key, etag!.Value, _clock.GetUtcNow(), columns);
            _keys.Add(change.Key);
        }
    }
}
