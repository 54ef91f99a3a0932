using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>A source that an editor should look at.</summary>
public sealed record RemarkedSource(SourcePath Path, EquatableList<Remark> Remarks)
{
    internal static RemarkedSource Read(Row row) =>
        new(new SourcePath(row.Columns["path"]), SourceColumns.ReadRemarks(row.Columns.Find("remarks")));
}
