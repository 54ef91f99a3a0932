namespace Lysekil.Publishing.Storage;

/// <summary>
/// One partition of a table (R1): rows in the ordinal order of their keys. A lost race is a result; a storage fault is
/// an exception (R7).
/// </summary>
public interface ITable
{
    /// <summary>The most changes that one commit takes (Azure Tables: an entity group transaction).</summary>
    const int MostChanges = 100;

    /// <summary>The row, or <c>null</c> where there is none.</summary>
    Task<Row?> FindAsync(string key, CancellationToken cancellation);

    /// <summary>The first rows of a range, in the order of their keys.</summary>
    /// <param name="range">The keys.</param>
    /// <param name="most">How many rows at most; fetched in slices of up to 1,000, one call each.</param>
    /// <param name="cancellation">Ends the wait.</param>
    IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation);

    /// <summary>
    /// Makes all changes or none (R1). Returns the new ETags, one for each change and <c>null</c> for a deletion; or
    /// <c>null</c> when a row was not as a change expected it.
    /// </summary>
    /// <param name="changes">1–100, each of another row.</param>
    /// <param name="cancellation">Ends the wait; the commit may have taken effect.</param>
    Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation);
}
