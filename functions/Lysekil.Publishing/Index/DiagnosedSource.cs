using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>A source that an editor should look at.</summary>
public sealed record DiagnosedSource(SourcePath Path, EquatableList<Diagnostic> Diagnostics)
{
    internal static DiagnosedSource Read(Row row) =>
        new(new SourcePath(row.Columns["path"]), SourceRecordRow.ReadDiagnostics(row.Columns.Find("remarks")));
}
