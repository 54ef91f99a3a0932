namespace Lysekil.Local.Mirror;

/// <summary>What the content folder holds.</summary>
/// <param name="Files">The files that can be blobs, in the ordinal order of their distinct names.</param>
/// <param name="Refused">The files that cannot, and the folders that cannot be opened, in the same order.</param>
internal sealed record FolderContents(IReadOnlyList<SourceFile> Files, IReadOnlyList<RefusedFile> Refused);
