using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>A round under way, as the index keeps it, so that the next run goes on where this one stops.</summary>
/// <param name="Moved">When its last slice was done, by the clock of the run that did it.</param>
/// <param name="Position">Where the next slice begins.</param>
/// <param name="Tally">What was found so far, and when the round began, which names it.</param>
/// <param name="ETag">The row's version; <c>null</c> before the first slice.</param>
internal sealed record ReconcileRound(DateTimeOffset Moved, RoundPosition Position, RoundTally Tally, ETag? ETag)
{
    /// <summary>
    /// A round that no run has moved for so long begins again, since a continuation of a listing does not last for
    /// ever.
    /// </summary>
    private static readonly TimeSpan MostAge = TimeSpan.FromHours(1);

    /// <summary>The round under way, or a new one.</summary>
    public static async Task<ReconcileRound> FindAsync(ITable table, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = await table.FindAsync(IndexKeys.ReconcileRound, cancellation);
        return row is not null && ReconcileRoundRow.Codec.Read(row.Columns) is var round && now - round.Moved < MostAge
            ? round with { ETag = row.ETag }
            : new ReconcileRound(now, RoundPosition.Start, new(now, 0, 0, Drift.None), row?.ETag);
    }

    /// <summary>Moves the round on after a slice, or ends it; <c>false</c> where another run did so first.</summary>
    public async Task<bool> MoveAsync(
        ITable table, SourceSlice slice, DateTimeOffset now, CancellationToken cancellation)
    {
        var tally = Tally.And(slice);
        var changes = slice.Next is { } next ? [Moving(tally, next, now)] : Ending(tally);
        return await table.CommitAsync(changes, cancellation) is not null;
    }

    private RowChange Moving(RoundTally tally, RoundPosition next, DateTimeOffset now)
    {
        var columns = ReconcileRoundRow.Codec.Write(this with { Moved = now, Position = next, Tally = tally });
        return ETag is { } had
            ? new RowChange.Replace(IndexKeys.ReconcileRound, columns, had)
            : new RowChange.Insert(IndexKeys.ReconcileRound, columns);
    }

    private IReadOnlyList<RowChange> Ending(RoundTally tally)
    {
        var findings = new RowChange.Upsert(IndexKeys.ReconcileFindings, RoundTallyRow.Codec.Write(tally));
        return ETag is { } had ? [findings, new RowChange.Delete(IndexKeys.ReconcileRound, had)] : [findings];
    }
}

/// <summary>The columns of a round under way; its version is the row's.</summary>
internal static class ReconcileRoundRow
{
    public static readonly RowCodec<ReconcileRound> Codec = new(Read);

    private static readonly EmbeddedRow<RoundTally> Tally =
        Codec.Embed("", RoundTallyRow.Codec, RoundTallyRow.Began.Name, r => r.Tally);
    private static readonly Column<DateTimeOffset> Moved = Codec.Add("moved", ColumnFormat.Moment, r => r.Moved);
    private static readonly Column<string?> Continuation =
        Codec.Add("continuation", ColumnFormat.OptionalText, r => r.Position.Continuation);
    private static readonly Column<string> From = Codec.Add("from", ColumnFormat.RequiredText, r => r.Position.From);
    private static readonly Column<string> Reached =
        Codec.Add("reached", ColumnFormat.RequiredText, r => r.Position.Reached);

    private static ReconcileRound Read(RowReader row) =>
        new(Moved.Of(row), new(Continuation.Of(row), From.Of(row), Reached.Of(row)), Tally.Of(row)!, ETag: null);
}

/// <summary>
/// How far a round has come, in both orders that it follows: the container's listing and the keys of the index. Each
/// slice of the listing is compared with a range of keys, which may itself take several steps.
/// </summary>
/// <param name="Continuation">Where the slice of the listing begins; <c>null</c> at its start.</param>
/// <param name="From">The key after which the slice's range begins.</param>
/// <param name="Reached">
/// The last key of the range that has been compared; <paramref name="From"/> where none has.
/// </param>
internal sealed record RoundPosition(string? Continuation, string From, string Reached)
{
    public static RoundPosition Start { get; } = new(null, IndexKeys.Sources, IndexKeys.Sources);
}
