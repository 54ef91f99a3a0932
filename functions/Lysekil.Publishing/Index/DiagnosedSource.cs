using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>A source about which its editor should know something.</summary>
public sealed record DiagnosedSource(SourcePath Path, EquatableList<Diagnostic> Diagnostics);

/// <summary>The columns of a diagnosed source.</summary>
internal static class DiagnosedSourceRow
{
    public static readonly RowCodec<DiagnosedSource> Codec = new(Read);

    private static readonly Column<SourcePath> Path = Codec.Add("path", ColumnFormat.Path, s => s.Path);
    private static readonly Column<EquatableList<Diagnostic>> Diagnostics =
        Codec.Add("remarks", ColumnFormat.Diagnostics, s => s.Diagnostics);

    private static DiagnosedSource Read(RowReader row) => new(Path.Of(row), Diagnostics.Of(row));
}
