using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>When a reconcile of the sources last began, what started it, and which engine did it.</summary>
/// <param name="At">When it began, by the clock of the table.</param>
/// <param name="Starter">What started it.</param>
public sealed record ReconcileStart(DateTimeOffset At, ReconcileStarter Starter)
{
    internal static ReconcileStart Read(Row row) => new(row.Modified, ReconcileStartRow.Codec.Read(row.Columns));

    /// <summary>The change that notes a start, whatever the row holds.</summary>
    internal static RowChange NoteBy(ReconcileStarter starter) =>
        new RowChange.Upsert(IndexKeys.ReconcileStart, ReconcileStartRow.Codec.Write(starter));

    /// <summary>The change that notes a start, unless another instance has noted one since the row was read.</summary>
    /// <param name="row">The row; <c>null</c> if there is none.</param>
    /// <param name="starter">What starts it.</param>
    internal static RowChange ClaimBy(ReconcileStarter starter, Row? row)
    {
        var columns = ReconcileStartRow.Codec.Write(starter);
        return row is null
            ? new RowChange.Insert(IndexKeys.ReconcileStart, columns)
            : new RowChange.Replace(IndexKeys.ReconcileStart, columns, row.ETag);
    }
}

/// <summary>What started a reconcile.</summary>
/// <param name="By"><see cref="Timer"/> or <see cref="Message"/>.</param>
/// <param name="Engine">The version of the engine; empty if the engine was of a version that did not tell.</param>
public sealed record ReconcileStarter(string By, string Engine)
{
    /// <summary>A timer or an operator started it.</summary>
    public const string Timer = "timer";

    /// <summary>A message started it, since it was overdue: timers have not fired for a while.</summary>
    public const string Message = "message";
}

/// <summary>The columns of the start; its moment is that of the row.</summary>
internal static class ReconcileStartRow
{
    public static readonly RowCodec<ReconcileStarter> Codec = new(Read);

    private static readonly Column<string> By = Codec.Add("by", ColumnFormat.RequiredText, s => s.By);
    private static readonly Column<string> Engine = Codec.Add("engine", ColumnFormat.Text, s => s.Engine);

    private static ReconcileStarter Read(RowReader row) => new(By.Of(row), Engine.Of(row));
}
