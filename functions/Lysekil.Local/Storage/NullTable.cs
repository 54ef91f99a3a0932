using System.Globalization;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Storage;

/// <summary>
/// A table for a sole writer who reads nothing of it again (<see cref="WriteThroughTable"/> knows what it has written), and after
/// whom nobody does: it takes every commit, and keeps nothing. Safe for several threads.
/// </summary>
internal sealed class NullTable : ITable
{
    private long _version;

    public Task<Row?> FindAsync(string key, CancellationToken cancellation) => Task.FromResult<Row?>(null);

    public IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) => AsyncEnumerable.Empty<Row>();

    public Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ETag?>?>([.. changes.Select(c => c is RowChange.Delete ? (ETag?)null : NextETag())]);

    private ETag NextETag() => new(Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture));
}
