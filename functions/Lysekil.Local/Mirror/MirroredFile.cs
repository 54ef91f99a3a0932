namespace Lysekil.Local.Mirror;

/// <summary>What the mirror last uploaded under a name.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">The file's time; <c>null</c> if the blob was found in the container.</param>
/// <param name="Hash">SHA-256 of the content, in lower-case hexadecimal digits.</param>
internal sealed record MirroredFile(long Length, DateTimeOffset? Modified, string Hash)
{
    /// <summary>True if the length and time of a file say that its content is the same.</summary>
    public bool LooksLike(SourceFile file) => file.Length == Length && file.Modified == Modified;
}
