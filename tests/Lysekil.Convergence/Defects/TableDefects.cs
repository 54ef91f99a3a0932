using System.Runtime.CompilerServices;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Commits other changes than it was asked to.</summary>
internal sealed class ChangedCommits(ITable table, Func<RowChange, RowChange> change) : PassingTable(table)
{
    public override Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        Table.CommitAsync([.. changes.Select(change)], cancellation);

    /// <summary>The same change without its condition.</summary>
    public static RowChange Unconditional(RowChange change) => change switch
    {
        RowChange.Insert insert => new RowChange.Upsert(insert.Key, insert.Columns),
        RowChange.Replace replace => new RowChange.Upsert(replace.Key, replace.Columns),
        RowChange.Delete delete => new RowChange.Delete(delete.Key),
        _ => change,
    };
}

/// <summary>Leaves changes out of commits, and says that they were made.</summary>
internal sealed class IncompleteCommits(ITable table, Func<IReadOnlyList<RowChange>, RowChange, bool> isLeftOut) : PassingTable(table)
{
    public override Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        CommitWithoutAsync(changes, c => isLeftOut(changes, c), cancellation);
}

/// <summary>Makes two commits of one: first what is not to wait, then the rest.</summary>
internal sealed class SplitCommits(ITable table, Func<IReadOnlyList<RowChange>, RowChange, bool> waits) : PassingTable(table)
{
    public override async Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
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

/// <summary>Answers a function's queries from the archive as it was when the function began, or last found the stale row.</summary>
internal sealed class SnapshotQueries(ITable table, Spoiling spoiling) : PassingTable(table)
{
    private sealed class Snapshot
    {
        public IReadOnlyList<Row>? Rows { get; set; }
    }

    public override Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        if (key.StartsWith(IndexKeys.StalePages, StringComparison.Ordinal))
        {
            spoiling.Current()!.Memory<Snapshot>().Rows ??= spoiling.Truth.Index.Rows;
        }

        return Table.FindAsync(key, cancellation);
    }

    public override async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var snapshot = spoiling.Current()!.Memory<Snapshot>();
        if (TableRows.IsPage(range.From))
        {
            snapshot.Rows ??= spoiling.Truth.Index.Rows;
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

    public override async Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        var etags = await Table.CommitAsync(changes, cancellation);
        spoiling.Current()!.Memory<Snapshot>().Rows = null; // The next round looks again.
        return etags;
    }
}

/// <summary>Finds no neighbours once a function has committed.</summary>
internal sealed class LostNeighbours(ITable table, Spoiling spoiling) : PassingTable(table)
{
    private sealed class Past
    {
        public bool HasCommitted { get; set; }
    }

    public override IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) =>
        TableRows.IsAffectedListing(range) && spoiling.Current()!.Memory<Past>().HasCommitted
            ? AsyncEnumerable.Empty<Row>()
            : Table.QueryAsync(range, most, cancellation);

    public override Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        spoiling.Current()!.Memory<Past>().HasCommitted |= changes.Any(c => c.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal));
        return Table.CommitAsync(changes, cancellation);
    }
}

/// <summary>Asks what is before and after an article as it was before a function's commit.</summary>
internal sealed class EarlyAffectedListings(ITable table, Spoiling spoiling) : PassingTable(table)
{
    private sealed class Past
    {
        public IReadOnlyList<Row>? Rows { get; set; }
    }

    public override IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, CancellationToken cancellation) =>
        TableRows.IsAffectedListing(range) && spoiling.Current()!.Memory<Past>().Rows is { } rows
            ? rows.Where(r => range.Contains(r.Key)).Take(most).ToAsyncEnumerable()
            : Table.QueryAsync(range, most, cancellation);

    public override Task<IReadOnlyList<ETag?>?> CommitAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        if (changes.Any(c => c.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal)))
        {
            spoiling.Current()!.Memory<Past>().Rows = spoiling.Truth.Index.Rows;
        }

        return Table.CommitAsync(changes, cancellation);
    }
}

/// <summary>Reads some rows already when it is asked for the stale rows, and answers with that later.</summary>
internal sealed class EarlyFinds(ITable table, Spoiling spoiling, Func<PageKey, string?> rowOf) : PassingTable(table)
{
    private sealed class Early : Dictionary<string, Row?>;

    public override async Task<Row?> FindAsync(string key, CancellationToken cancellation)
    {
        var early = spoiling.Current()!.Memory<Early>();
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

    public override async IAsyncEnumerable<Row> QueryAsync(KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var early = spoiling.Current()!.Memory<Early>();
        foreach (var key in TableRows.PagesOf(range, spoiling.Current()).Select(rowOf).OfType<string>())
        {
            early[key] = await Table.FindAsync(key, cancellation);
        }

        await foreach (var row in Table.QueryAsync(range, most, cancellation))
        {
            yield return row;
        }
    }
}
