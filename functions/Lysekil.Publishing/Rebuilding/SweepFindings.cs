using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>The last whole sweep of <c>$web</c>, each of whose pages was refreshed after it.</summary>
/// <param name="Ended">When its last slice was done.</param>
/// <param name="Pages">How many pages stood there.</param>
public sealed record SweepFindings(DateTimeOffset Ended, int Pages)
{
    internal static SweepFindings Read(Row row) => new(row.Modified, row.Columns.Number("pages"));
}
