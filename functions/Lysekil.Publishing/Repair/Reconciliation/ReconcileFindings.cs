using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// What the last whole round found. A round may take several runs: each goes on where the one before was cut short.
/// </summary>
/// <param name="Began">When the round began.</param>
/// <param name="Ended">When it ended.</param>
/// <param name="Compared">
/// How many sources were compared with the index, deleted ones that it remembers among them.
/// </param>
/// <param name="Drift">The sources that were out of step.</param>
public sealed record ReconcileFindings(DateTimeOffset Began, DateTimeOffset Ended, int Compared, Drift Drift)
{
    internal static ReconcileFindings Read(Row row)
    {
        var tally = RoundTallyRow.Codec.Read(row.Columns);
        return new(tally.Began, row.Modified, tally.Compared, tally.Drift);
    }
}

/// <summary>What a round has found so far.</summary>
/// <param name="Began">When the round began.</param>
/// <param name="Compared">How many sources were compared.</param>
/// <param name="Unseen">How many of them the index does not know.</param>
/// <param name="Drift">The sources that were out of step.</param>
internal sealed record RoundTally(DateTimeOffset Began, int Compared, int Unseen, Drift Drift)
{
    public RoundTally And(SourceSlice slice) => this with
    {
        Compared = Compared + slice.Compared,
        Unseen = Unseen + slice.Unseen,
        Drift = Drift.And(slice.Drifted),
    };
}

/// <summary>The columns of what a round has found.</summary>
internal static class RoundTallyRow
{
    public static readonly RowCodec<RoundTally> Codec = new(Read);

    public static readonly Column<DateTimeOffset> Began = Codec.Add("began", ColumnFormat.Moment, t => t.Began);
    private static readonly Column<int> Compared = Codec.Add("compared", ColumnFormat.Number, t => t.Compared);
    private static readonly Column<int> Unseen = Codec.Add("unseen", ColumnFormat.Number, t => t.Unseen);
    private static readonly Column<int> Drifted = Codec.Add("drifted", ColumnFormat.Number, t => t.Drift.Count);
    private static readonly Column<EquatableList<string>> Names =
        Codec.Add("names", ColumnFormat.Texts, t => t.Drift.Names);

    private static RoundTally Read(RowReader row) =>
        new(Began.Of(row), Compared.Of(row), Unseen.Of(row), new(Drifted.Of(row), Names.Of(row)));
}
