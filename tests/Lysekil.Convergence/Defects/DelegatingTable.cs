using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>A table that delegates all calls, for a defect or a later engine to override one.</summary>
public abstract class DelegatingTable(ITable table) : ITable
{
    protected ITable Table => table;

    public virtual Task<Row?> FindAsync(string key, CancellationToken cancellation) =>
        table.FindAsync(key, cancellation);

    public virtual IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) =>
        table.QueryAsync(range, most, cancellation);

    public virtual Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        table.CommitAsync(changes, cancellation);

    /// <summary>Commits the changes that are not left out, and reports that all were made.</summary>
    protected async Task<IReadOnlyList<ETag?>?> CommitWithoutAsync(
        IReadOnlyList<RowChange> changes, Func<RowChange, bool> isLeftOut, CancellationToken cancellation)
    {
        var rest = changes.Where(c => !isLeftOut(c)).ToList();
        var etags = rest.Count == 0 ? [] : await table.CommitAsync(rest, cancellation);
        if (etags is null)
        {
            return null;
        }

        var made = new Queue<ETag?>(etags);
        return [
            .. changes.Select(
                c => !isLeftOut(c) ? made.Dequeue() : c is RowChange.Delete ? (ETag?)null : new ETag("W/\"never\""))];
    }
}
