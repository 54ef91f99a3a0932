using System.Runtime.CompilerServices;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>Counts the rows that are read and written, and their size as text.</summary>
public sealed class CountedTable(ITable table) : ITable
{
    public int RowsRead { get; private set; }

    public int RowsWritten { get; private set; }

    public long CharactersRead { get; private set; }

    public async Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        var row = await table.FindAsync(key, cancellation);
        Note(row);
        return row;
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync(range, most, cancellation))
        {
            Note(row);
            yield return row;
        }
    }

    public Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        RowsWritten += changes.Count;
        return table.CommitAsync(changes, cancellation);
    }

    private void Note(Row? row)
    {
        if (row is not null)
        {
            RowsRead++;
            CharactersRead += row.Key.Length + row.Columns.Sum(c => c.Key.Length + c.Value.Length);
        }
    }
}
