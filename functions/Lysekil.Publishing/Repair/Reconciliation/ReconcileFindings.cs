using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>What the last whole round found, of one run or of several that went on where one was cut short.</summary>
/// <param name="Began">When the round began.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Compared">How many sources were compared with the archive, the gone ones that it remembers among them.</param>
/// <param name="Drift">Those that were out of step.</param>
public sealed record ReconcileFindings(DateTimeOffset Began, DateTimeOffset Ended, int Compared, Drift Drift)
{
    internal static ReconcileFindings Read(Row row) => new(
        RowWriter.Moment(row.Columns["began"]),
        row.Modified,
        row.Columns.Number("compared"),
        new Drift(row.Columns.Number("drifted"), [.. row.Columns.List("names")]));
}
