namespace Lysekil.Local.Mirror;

/// <summary>What the mirror last brought over for one name.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">The file's time; <c>null</c> when known from the container alone.</param>
/// <param name="Hash">SHA-256 of the content, in lower-case hexadecimal digits.</param>
internal sealed record MirroredFile(long Length, DateTimeOffset? Modified, string Hash)
{
    /// <summary>Whether a file need not be read to know that it is the same.</summary>
    public bool LooksLike(SourceFile file) => file.Length == Length && file.Modified == Modified;
}
