using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>Work that was given up after all tries of its message, as its row keeps it until it is done.</summary>
/// <param name="Work">What was to be done.</param>
/// <param name="Reason">Why it failed last: the kind of fault and the first line of what it says.</param>
/// <param name="At">When it was given up last.</param>
/// <param name="Rounds">In how many rounds a reconcile has had it tried again.</param>
/// <param name="NextTry">No reconcile has it tried again before this; <c>null</c>: the next one does.</param>
public sealed record Failure(WorkItem Work, string Reason, DateTimeOffset At, int Rounds, DateTimeOffset? NextTry)
{
    /// <summary>Between two reconciles; and after each round in vain twice as long, up to a day.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>The same when another round has begun.</summary>
    public Failure TriedAt(DateTimeOffset now) => this with
    {
        Rounds = Rounds + 1,
        NextTry = now + TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Min(Rounds + 1, 20), LongestPause.Ticks)),
    };

    internal IReadOnlyDictionary<string, string> Write() => new RowWriter()
        .Add("path", (Work as WorkItem.Publishing)?.Source.Value)
        .Add("page", (Work as WorkItem.Refreshing)?.Page.Value)
        .Add("reason", Reason)
        .Add("at", At)
        .Add("rounds", Rounds)
        .Add("nextTry", NextTry)
        .Values;

    internal static Failure Read(IReadOnlyDictionary<string, string> columns) => new(
        columns.Find("path") is { } path ? new WorkItem.Publishing(new SourcePath(path))
            : columns.Find("page") is { } page ? new WorkItem.Refreshing(PublishedItemRow.Page(page))
            : new WorkItem.Rebuilding(),
        columns.Text("reason"),
        RowWriter.Moment(columns["at"]),
        columns.Number("rounds"),
        columns.Moment("nextTry"));
}
