using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>Work that was given up after all attempts of its message. Its row stays until the work is done.</summary>
/// <param name="Work">What was to be done.</param>
/// <param name="Reason">Why the last attempt failed: the kind of fault and the first line of its message.</param>
/// <param name="At">When the work was last given up.</param>
/// <param name="Rounds">In how many rounds a reconcile has had it tried again.</param>
/// <param name="NextTry">No reconcile has it tried again before this; <c>null</c>: the next one does.</param>
public sealed record Failure(WorkItem Work, string Reason, DateTimeOffset At, int Rounds, DateTimeOffset? NextTry)
{
    /// <summary>
    /// The time between two reconciles. After each round in vain the pause is twice as long, up to a day.
    /// </summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>The failure once another round has begun.</summary>
    public Failure TriedAt(DateTimeOffset now) => this with
    {
        Rounds = Rounds + 1,
        NextTry = now + TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Min(Rounds + 1, 20), LongestPause.Ticks)),
    };
}

/// <summary>The columns of a failure. Work without a path and without a page is a rebuild's.</summary>
internal static class FailureRow
{
    public static readonly RowCodec<Failure> Codec = new(Read);

    private static readonly Column<SourcePath?> Path =
        Codec.Add("path", ColumnFormat.OptionalPath, f => (f.Work as WorkItem.Publishing)?.Source);
    private static readonly Column<PageKey?> Page =
        Codec.Add("page", ColumnFormat.OptionalPage, f => (f.Work as WorkItem.Refreshing)?.Page);
    private static readonly Column<string> Reason = Codec.Add("reason", ColumnFormat.Text, f => f.Reason);
    private static readonly Column<DateTimeOffset> At = Codec.Add("at", ColumnFormat.Moment, f => f.At);
    private static readonly Column<int> Rounds = Codec.Add("rounds", ColumnFormat.Number, f => f.Rounds);
    private static readonly Column<DateTimeOffset?> NextTry =
        Codec.Add("nextTry", ColumnFormat.OptionalMoment, f => f.NextTry);

    private static Failure Read(RowReader row) =>
        new(WorkOf(row), Reason.Of(row), At.Of(row), Rounds.Of(row), NextTry.Of(row));

    private static WorkItem WorkOf(RowReader row) =>
        Path.Of(row) is { } path ? new WorkItem.Publishing(path)
        : Page.Of(row) is { } page ? new WorkItem.Refreshing(page)
        : new WorkItem.Rebuilding();
}
