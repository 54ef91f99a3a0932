namespace Lysekil.Local.Mirror;

/// <summary>A file of the content folder.</summary>
/// <param name="Name">
/// Its path below the folder with forward slashes, in Unicode's composed form: the blob's name.
/// </param>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">When it was last written.</param>
internal sealed record SourceFile(string Name, string FullPath, long Length, DateTimeOffset Modified);
