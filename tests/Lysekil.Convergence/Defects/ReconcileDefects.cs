using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Loses each claim to an overdue reconcile, as if another instance were always faster.</summary>
internal sealed class ClaimsLost(ITable table) : DelegatingTable(table)
{
    public override Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        changes is [RowChange.Replace { Key: IndexKeys.ReconcileStart }]
            ? Task.FromResult<IReadOnlyList<ETag?>?>(null)
            : Table.CommitAsync(changes, cancellation);
}

/// <summary>Answers with the first start of a reconcile that the process has read.</summary>
internal sealed class StartReadOnce(ITable table) : DelegatingTable(table)
{
    private Row? _first;

    public override async Task<Row?> FindAsync(string key, CancellationToken cancellation) =>
        key == IndexKeys.ReconcileStart
            ? _first ??= await Table.FindAsync(key, cancellation)
            : await Table.FindAsync(key, cancellation);
}

/// <summary>Finds no article whose date has come where a message started the invocation.</summary>
internal sealed class NothingDue(ITable table, DefectContext context) : DelegatingTable(table)
{
    public override IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) =>
        range.From == IndexKeys.Scheduled && context.Current() is { Message: not null }
            ? AsyncEnumerable.Empty<Row>()
            : Table.QueryAsync(range, most, cancellation);
}
