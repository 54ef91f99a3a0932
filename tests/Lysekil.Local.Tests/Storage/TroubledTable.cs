using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Storage;

/// <summary>
/// A table that counts how often it is read, and whose next commit takes effect but is answered otherwise.
/// </summary>
internal sealed class TroubledTable(ITable table) : ITable
{
    public int Reads { get; private set; }

    public int Commits { get; private set; }

    /// <summary>What the next commit throws after it took effect.</summary>
    public Exception? Fault { get; set; }

    /// <summary>True if a commit looks like a conflict after it took effect, as when the client repeats it.</summary>
    public bool Repeats { get; set; }

    public Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        Reads++;
        return table.FindAsync(key, cancellation);
    }

    public IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation)
    {
        Reads++;
        return table.QueryAsync(range, most, cancellation);
    }

    public async Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        Commits++;
        var etags = await table.CommitAsync(changes, cancellation);
        return Fault is not null ? throw Fault : Repeats ? null : etags;
    }
}
