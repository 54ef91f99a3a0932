using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>When a reconcile of the sources last began, and what started it.</summary>
/// <param name="At">When it began, by the clock of the table.</param>
/// <param name="By"><see cref="Timer"/> or <see cref="Message"/>.</param>
public sealed record ReconcileStart(DateTimeOffset At, string By)
{
    /// <summary>A timer or an operator started it.</summary>
    public const string Timer = "timer";

    /// <summary>A message started it, since it was overdue: timers have not fired for a while.</summary>
    public const string Message = "message";

    internal static ReconcileStart Read(Row row) => new(row.Modified, ReconcileStartRow.Codec.Read(row.Columns));

    /// <summary>The change that notes a start, whatever the row holds.</summary>
    internal static RowChange NoteBy(string starter) =>
        new RowChange.Upsert(IndexKeys.ReconcileStart, ReconcileStartRow.Codec.Write(starter));

    /// <summary>The change that notes a start, unless another instance has noted one since the row was read.</summary>
    /// <param name="row">The row; <c>null</c> if there is none.</param>
    /// <param name="starter">What starts it.</param>
    internal static RowChange ClaimBy(string starter, Row? row)
    {
        var columns = ReconcileStartRow.Codec.Write(starter);
        return row is null
            ? new RowChange.Insert(IndexKeys.ReconcileStart, columns)
            : new RowChange.Replace(IndexKeys.ReconcileStart, columns, row.ETag);
    }
}

/// <summary>The column of the start; its moment is that of the row.</summary>
internal static class ReconcileStartRow
{
    public static readonly RowCodec<string> Codec = new(Read);

    private static readonly Column<string> By = Codec.Add("by", ColumnFormat.RequiredText, b => b);

    private static string Read(RowReader row) => By.Of(row);
}
