using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>A round under way, as the archive keeps it, so that whoever comes next goes on where it stopped.</summary>
/// <param name="Began">When; names the round.</param>
/// <param name="Moved">When its last slice was done, by the clock of whoever did it.</param>
/// <param name="Position">Where it goes on.</param>
/// <param name="Compared">How many sources were compared so far.</param>
/// <param name="Drift">What was found so far.</param>
/// <param name="ETag">Its row's; <c>null</c> before its first slice.</param>
internal sealed record ReconcileRound(
    DateTimeOffset Began, DateTimeOffset Moved, RoundPosition Position, int Compared, Drift Drift, ETag? ETag)
{
    /// <summary>A round that nobody has moved for so long begins again: a listing is not gone on with for ever.</summary>
    private static readonly TimeSpan MostAge = TimeSpan.FromHours(1);

    /// <summary>The round under way, or a new one.</summary>
    public static async Task<ReconcileRound> FindAsync(ITable table, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = await table.FindAsync(IndexKeys.ReconcileRound, cancellation);
        return row is not null && Read(row) is { } round && now - round.Moved < MostAge
            ? round
            : new ReconcileRound(now, now, RoundPosition.Start, 0, Drift.None, row?.ETag);
    }

    /// <summary>Moves the round on after a slice, or ends it; <c>false</c> where somebody else did so first.</summary>
    public async Task<bool> MoveAsync(ITable table, SourceSlice slice, DateTimeOffset now, CancellationToken cancellation)
    {
        var moved = this with { Moved = now, Position = slice.Next ?? Position, Compared = Compared + slice.Compared, Drift = Drift.And(slice.Drifted) };
        var changes = new List<RowChange>();
        if (slice.Next is null)
        {
            changes.Add(new RowChange.Upsert(IndexKeys.ReconcileFindings, moved.Findings().Values));
            if (ETag is { } had)
            {
                changes.Add(new RowChange.Delete(IndexKeys.ReconcileRound, had));
            }
        }
        else
        {
            changes.Add(ETag is { } had
                ? new RowChange.Replace(IndexKeys.ReconcileRound, moved.Write(), had)
                : new RowChange.Insert(IndexKeys.ReconcileRound, moved.Write()));
        }

        return await table.CommitAsync(changes, cancellation) is not null;
    }

    private RowWriter Findings() => new RowWriter()
        .Add("began", Began)
        .Add("compared", Compared)
        .Add("drifted", Drift.Count)
        .Add("names", Drift.Names);

    private IReadOnlyDictionary<string, string> Write() => Findings()
        .Add("moved", Moved)
        .Add("continuation", Position.Continuation)
        .Add("from", Position.From)
        .Add("reached", Position.Reached)
        .Values;

    private static ReconcileRound Read(Row row) => new(
        RowWriter.Moment(row.Columns["began"]),
        RowWriter.Moment(row.Columns["moved"]),
        new RoundPosition(row.Columns.Find("continuation"), row.Columns["from"], row.Columns["reached"]),
        row.Columns.Number("compared"),
        new Drift(row.Columns.Number("drifted"), [.. row.Columns.List("names")]),
        row.ETag);
}
