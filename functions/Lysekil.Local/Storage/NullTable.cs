using System.Globalization;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Storage;

/// <summary>
/// A table that accepts every commit and keeps nothing. Meant to lie beneath a <see cref="WriteThroughTable"/>, which
/// answers every read from memory, where no other process reads the table. Thread safe.
/// </summary>
internal sealed class NullTable : ITable
{
    private long _version;

    public Task<Row?> FindAsync(string key, CancellationToken cancellation) => Task.FromResult<Row?>(null);

    public IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) =>
        AsyncEnumerable.Empty<Row>();

    public Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ETag?>?>(
            [.. changes.Select(change => change is RowChange.Delete ? (ETag?)null : NextETag())]);

    private ETag NextETag() => new(Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture));
}
