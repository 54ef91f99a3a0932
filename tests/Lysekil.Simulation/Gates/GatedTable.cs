using System.Runtime.CompilerServices;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>
/// A table whose calls pass a gate. A query passes once for each slice, so that the table may change between two
/// slices, as in Azure.
/// </summary>
public sealed class GatedTable(string service, ITable table, IStorageGate gate) : ITable
{
    /// <summary>The rows of a slice: up to 1,000 in Azure, fewer in a test with few rows.</summary>
    public int RowsPerCall { get; init; } = 1_000;

    public Task<Row?> FindAsync(string key, CancellationToken cancellation) =>
        gate.PassAsync(Call(StorageOperation.Find, key), () => table.FindAsync(key, cancellation), cancellation);

    public async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (most > 0)
        {
            var asked = Math.Min(most, RowsPerCall);
            var rest = range;
            var rows = await gate.PassAsync(
                Call(StorageOperation.Query, rest.From),
                () => table.QueryAsync(rest, asked, cancellation).ToListAsync(cancellation).AsTask(),
                cancellation);
            foreach (var row in rows) { yield return row; }
            if (rows.Count < asked) { yield break; }
            most -= asked;
            range = range with { From = rows[^1].Key, WithoutFrom = true };
        }
    }

    public Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        gate.PassAsync(
            Call(StorageOperation.Commit, string.Join(' ', changes.Select(change => change.Key))),
            () => table.CommitAsync(changes, cancellation),
            cancellation);

    private StorageCall Call(StorageOperation operation, string key) => new(service, operation, key);
}
