using Lysekil.Desk.Layout;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Desk.History;

/// <summary>A slice of the files that are gone and can be restored.</summary>
/// <param name="Files">The files.</param>
/// <param name="Continuation">Where the next slice begins; <c>null</c> at the end.</param>
public sealed record GoneFiles(IReadOnlyList<SourcePath> Files, string? Continuation)
{
    /// <summary>Whether a file is listed once it is gone: it has no text, and the desk may write it again.</summary>
    internal static bool Has(SourcePath path) =>
        path.Kind is not (SourceKind.Article or SourceKind.StandingPage) && DeskPath.Writable(path.Value) is not null;
}
