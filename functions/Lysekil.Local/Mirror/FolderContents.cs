namespace Lysekil.Local.Mirror;

/// <summary>What lies in the content folder.</summary>
/// <param name="Files">The files that can be blobs, in the ordinal order of their names, which differ.</param>
/// <param name="Refused">Those that cannot, and the folders that cannot be looked into, in the same order.</param>
internal sealed record FolderContents(IReadOnlyList<SourceFile> Files, IReadOnlyList<RefusedFile> Refused);
