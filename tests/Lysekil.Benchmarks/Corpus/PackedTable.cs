using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>The rows of a table in a file, read-only.</summary>
internal sealed class PackedTable : ITable, IDisposable
{
    private const int RowsAtOnce = 64;

    private readonly PackedRecords _rows;

    /// <param name="path">A file that was written by <see cref="Write(string, IReadOnlyList{Row})"/>.</param>
    public PackedTable(string path) => _rows = new PackedRecords(path);

    /// <param name="path">The file to create.</param>
    /// <param name="rows">The rows in the order of their keys.</param>
    public static void Write(string path, IReadOnlyList<Row> rows) =>
        PackedRecords.Write(path, rows, r => r.Key, Write);

    public Task<Row?> FindAsync(string key, CancellationToken cancellation) =>
        Task.FromResult(_rows.Find(key) is { } place ? Read(place, place + 1).Single() : null);

    public IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation)
    {
        var from = range.WithoutFrom && _rows.Find(range.From) is { } place ? place + 1 : _rows.PlaceOf(range.From);
        return Read(from, (int)Math.Min((long)from + most, _rows.PlaceOf(range.To))).ToAsyncEnumerable();
    }

    public Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public void Dispose() => _rows.Dispose();

    private IEnumerable<Row> Read(int from, int to)
    {
        for (; from < to; from += RowsAtOnce)
        {
            var end = Math.Min(from + RowsAtOnce, to);
            using var reader = _rows.Read(from, end);
            for (var i = from; i < end; i++)
            {
                yield return Read(reader, _rows.KeyOf(i));
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
