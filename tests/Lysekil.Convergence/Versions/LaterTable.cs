using System.Runtime.CompilerServices;
using Lysekil.Convergence.Defects;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Versions;

/// <summary>
/// The index as another version of the engine reads and writes it: its rules and its pages have versions of their own,
/// and the record of a source that it has validated has one more column.
/// </summary>
public sealed class LaterTable(ITable table) : DelegatingTable(table)
{
    public const string Column = "later";

    /// <summary>What stands in the index after a version of the later engine.</summary>
    private const char Later = '+';

    /// <summary>What the later engine reads after a version of today's.</summary>
    private const char Earlier = '-';

    /// <summary>Whether a version that stands in the index is one of the later engine.</summary>
    public static bool IsOfLater(string version) => version.EndsWith(Later);

    public override async Task<Row?> FindAsync(string key, CancellationToken cancellation) =>
        await base.FindAsync(key, cancellation) is { } row ? Read(row) : null;

    public override async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in base.QueryAsync(range, most, cancellation))
        {
            yield return Read(row);
        }
    }

    public override Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        base.CommitAsync([.. changes.Select(Written)], cancellation);

    private static Row Read(Row row)
    {
        if (VersionColumn(row.Key) is not { } version)
        {
            return row;
        }

        var columns = new Dictionary<string, string>(row.Columns);
        columns.Remove(Column);
        if (columns.TryGetValue(version, out var stored))
        {
            columns[version] = IsOfLater(stored) ? stored[..^1] : stored + Earlier;
        }

        return row with { Columns = columns };
    }

    private static RowChange Written(RowChange change) => change switch
    {
        RowChange.Insert insert => insert with { Columns = Written(insert.Key, insert.Columns) },
        RowChange.Replace replace => replace with { Columns = Written(replace.Key, replace.Columns) },
        RowChange.Upsert upsert => upsert with { Columns = Written(upsert.Key, upsert.Columns) },
        _ => change,
    };

    private static IReadOnlyDictionary<string, string> Written(string key, IReadOnlyDictionary<string, string> columns)
    {
        if (VersionColumn(key) is not { } version)
        {
            return columns;
        }

        var written = new Dictionary<string, string>(columns);
        if (columns.TryGetValue(version, out var own))
        {
            var isEarlier = own.EndsWith(Earlier);
            written[version] = isEarlier ? own[..^1] : own + Later;
            if (!isEarlier && key != IndexKeys.Built)
            {
                written[Column] = "1";
            }
        }

        return written;
    }

    /// <summary>The column that tells by which version a row was made; <c>null</c> where none does.</summary>
    private static string? VersionColumn(string key) =>
        key == IndexKeys.Built ? "version"
        : key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal) ? "rules"
        : null;
}
