using System.Runtime.CompilerServices;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Alters the changes of a commit, each as a function of all of them and of itself.</summary>
internal sealed class ChangedCommits(ITable table, Func<IReadOnlyList<RowChange>, RowChange, RowChange> change)
    : DelegatingTable(table)
{
    public override Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        Table.CommitAsync([.. changes.Select(c => change(changes, c))], cancellation);

    /// <summary>The same change without its condition.</summary>
    public static RowChange Unconditional(RowChange change) => change switch
    {
        RowChange.Insert insert => new RowChange.Upsert(insert.Key, insert.Columns),
        RowChange.Replace replace => new RowChange.Upsert(replace.Key, replace.Columns),
        RowChange.Delete delete => new RowChange.Delete(delete.Key),
        _ => change,
    };
}

/// <summary>Leaves changes out of commits and reports that they were made.</summary>
internal sealed class IncompleteCommits(ITable table, Func<IReadOnlyList<RowChange>, RowChange, bool> isLeftOut)
    : DelegatingTable(table)
{
    public override Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        CommitWithoutAsync(changes, c => isLeftOut(changes, c), cancellation);
}

/// <summary>
/// Lets a commit delete rows of a family that are gone. A row that moves with each version of its source would
/// otherwise stand in for the condition on the source's record.
/// </summary>
internal sealed class LenientDeletes(ITable table, string family, DefectContext context) : DelegatingTable(table)
{
    public override Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        var there = context.Truth.Index.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        return CommitWithoutAsync(
            changes,
            c => c is RowChange.Delete && c.Key.StartsWith(family, StringComparison.Ordinal) && !there.Contains(c.Key),
            cancellation);
    }
}

/// <summary>Splits a commit in two.</summary>
internal sealed class SplitCommits(ITable table, Func<IReadOnlyList<RowChange>, RowChange, bool> waits)
    : DelegatingTable(table)
{
    public override async Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        var etags = await CommitWithoutAsync(changes, c => waits(changes, c), cancellation);
        var late = changes.Where(c => waits(changes, c)).ToList();
        if (etags is not null && late.Count > 0)
        {
            await Table.CommitAsync(late, cancellation);
        }

        return etags;
    }
}

/// <summary>Finds the row of each page of which it is asked whether it redirects by the settings.</summary>
internal sealed class RedirectRowsFound(ITable table) : DelegatingTable(table)
{
    public override Task<Row?> FindAsync(string key, CancellationToken cancellation) =>
        key.StartsWith(IndexKeys.Redirects, StringComparison.Ordinal)
            ? Task.FromResult<Row?>(new Row(key, default, default, new Dictionary<string, string>()))
            : Table.FindAsync(key, cancellation);
}

/// <summary>Answers the queries of an invocation with the index as of its last read of a stale row.</summary>
internal sealed class SnapshotQueries(ITable table, DefectContext context) : DelegatingTable(table)
{
    private sealed class Snapshot
    {
        public IReadOnlyList<Row>? Rows { get; set; }
    }

    public override Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        if (key.StartsWith(IndexKeys.StalePages, StringComparison.Ordinal))
        {
            context.Current()!.State<Snapshot>().Rows ??= context.Truth.Index.Rows;
        }

        return Table.FindAsync(key, cancellation);
    }

    public override async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var snapshot = context.Current()!.State<Snapshot>();
        if (TableRows.IsPage(range.From))
        {
            snapshot.Rows ??= context.Truth.Index.Rows;
        }

        if (TableRows.IsPage(range.From) || snapshot.Rows is not { } rows)
        {
            await foreach (var row in Table.QueryAsync(range, most, cancellation))
            {
                yield return row;
            }

            yield break;
        }

        foreach (var row in rows.Where(r => range.Contains(r.Key)).Take(most))
        {
            yield return row;
        }
    }

    public override async Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        var etags = await Table.CommitAsync(changes, cancellation);
        context.Current()!.State<Snapshot>().Rows = null; // The next round takes a new snapshot.
        return etags;
    }
}

/// <summary>Finds no neighbours after the commit of a publish.</summary>
internal sealed class NeighboursNotQueried(ITable table, DefectContext context) : DelegatingTable(table)
{
    private sealed class Past
    {
        public bool HasCommitted { get; set; }
    }

    public override IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) =>
        TableRows.IsNeighbourQuery(range) && context.Current()!.State<Past>().HasCommitted
            ? AsyncEnumerable.Empty<Row>()
            : Table.QueryAsync(range, most, cancellation);

    public override Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        context.Current()!.State<Past>()
            .HasCommitted |= changes.Any(c => c.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal));
        return Table.CommitAsync(changes, cancellation);
    }
}

/// <summary>Answers queries for neighbours with the index as of just before the commit.</summary>
internal sealed class NeighboursQueriedEarly(ITable table, DefectContext context) : DelegatingTable(table)
{
    private sealed class Past
    {
        public IReadOnlyList<Row>? Rows { get; set; }
    }

    public override IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) =>
        TableRows.IsNeighbourQuery(range) && context.Current()!.State<Past>().Rows is { } rows
            ? rows.Where(r => range.Contains(r.Key)).Take(most).ToAsyncEnumerable()
            : Table.QueryAsync(range, most, cancellation);

    public override Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        if (changes.Any(c => c.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal)))
        {
            context.Current()!.State<Past>().Rows = context.Truth.Index.Rows;
        }

        return Table.CommitAsync(changes, cancellation);
    }
}

/// <summary>Reads some rows just before the stale rows are read, and answers with them later.</summary>
internal sealed class RowsReadBeforeStaleRows(ITable table, DefectContext context, Func<PageKey, string?> rowOf)
    : DelegatingTable(table)
{
    private sealed class Early : Dictionary<string, Row?>;

    public override async Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        var early = context.Current()!.State<Early>();
        if (early.Remove(key, out var found))
        {
            return found;
        }

        if (TableRows.PageOf(key) is { } page && rowOf(page) is { } row)
        {
            early[row] = await Table.FindAsync(row, cancellation);
        }

        return await Table.FindAsync(key, cancellation);
    }

    public override async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var early = context.Current()!.State<Early>();
        foreach (var key in TableRows.PagesOf(range, context.Current()).Select(rowOf).OfType<string>())
        {
            early[key] = await Table.FindAsync(key, cancellation);
        }

        await foreach (var row in Table.QueryAsync(range, most, cancellation))
        {
            yield return row;
        }
    }
}
