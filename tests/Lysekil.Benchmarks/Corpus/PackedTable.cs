using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>The rows of a table in a file. Nothing can be written.</summary>
internal sealed class PackedTable : ITable, IDisposable
{
    private const int RowsAtOnce = 64;

    private readonly string[] _keys;
    private readonly PackedRecords _rows;

    /// <param name="path">A file that is not there yet.</param>
    /// <param name="rows">In the order of their keys.</param>
    public PackedTable(string path, IReadOnlyList<Row> rows)
    {
        _keys = [.. rows.Select(r => r.Key)];
        _rows = PackedRecords.Write(path, rows, Write);
    }

    public Task<Row?> FindAsync(string key, CancellationToken cancellation) =>
        Task.FromResult(Array.BinarySearch(_keys, key, StringComparer.Ordinal) is >= 0 and var at ? Read(at, at + 1).Single() : null);

    public IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation)
    {
        var first = PlaceOf(range.From);
        var from = range.WithoutFrom && first < _keys.Length && _keys[first] == range.From ? first + 1 : first;
        return Read(from, (int)Math.Min((long)from + most, PlaceOf(range.To))).ToAsyncEnumerable();
    }

    public Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation) => throw new NotSupportedException();

    public void Dispose() => _rows.Dispose();

    /// <summary>Where a key is, or would be.</summary>
    private int PlaceOf(string key) => Array.BinarySearch(_keys, key, StringComparer.Ordinal) is var at && at < 0 ? ~at : at;

    private IEnumerable<Row> Read(int from, int to)
    {
        for (; from < to; from += RowsAtOnce)
        {
            var end = Math.Min(from + RowsAtOnce, to);
            using var reader = _rows.Read(from, end);
            for (var i = from; i < end; i++)
            {
                yield return Read(reader, _keys[i]);
            }
        }
    }

    private static void Write(BinaryWriter writer, Row row)
    {
        writer.Write(row.ETag.Value);
        writer.Write(row.Modified.UtcTicks);
        writer.Write(row.Columns.Count);
        foreach (var (name, value) in row.Columns)
        {
            writer.Write(name);
            writer.Write(value);
        }
    }

    private static Row Read(BinaryReader reader, string key)
    {
        var (etag, modified) = (new ETag(reader.ReadString()), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero));
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var more = reader.ReadInt32(); more > 0; more--)
        {
            columns.Add(reader.ReadString(), reader.ReadString());
        }

        return new Row(key, etag, modified, columns);
    }
}
