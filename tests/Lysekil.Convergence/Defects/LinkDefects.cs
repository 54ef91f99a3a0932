using System.Runtime.CompilerServices;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>
/// Answers the query of a page, after an invocation has committed that a text links to it, as the query before.
/// </summary>
internal sealed class LinkedPagesQueriedOnce(ITable table, DefectContext context) : DelegatingTable(table)
{
    private sealed class Past
    {
        public Dictionary<string, IReadOnlyList<Row>> Answers { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Linked { get; } = new(StringComparer.Ordinal);
    }

    public override async IAsyncEnumerable<Row> QueryAsync(
        KeyRange range, int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var past = context.Current()!.State<Past>();
        if (past.Linked.Remove(range.From) && past.Answers.TryGetValue(range.From, out var known))
        {
            foreach (var row in known)
            {
                yield return row;
            }

            yield break;
        }

        var rows = await Table.QueryAsync(range, most, cancellation).ToListAsync(cancellation);
        if (range.From.StartsWith(IndexKeys.Claims, StringComparison.Ordinal))
        {
            past.Answers[range.From] = rows;
        }

        foreach (var row in rows)
        {
            yield return row;
        }
    }

    public override Task<IReadOnlyList<ETag?>?> CommitAsync(
        IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        if (changes.Any(c => c.Key.StartsWith(IndexKeys.Links, StringComparison.Ordinal)))
        {
            context.Current()!.State<Past>().Linked.UnionWith(changes
                .Where(c => c.Key.StartsWith(IndexKeys.UrlOwnerships, StringComparison.Ordinal))
                .Select(c => $"{IndexKeys.Claims}{c.Key[IndexKeys.UrlOwnerships.Length..]}:"));
        }

        return Table.CommitAsync(changes, cancellation);
    }
}
