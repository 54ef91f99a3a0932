using System.Collections.Frozen;

namespace Lysekil.Publishing.Storage;

/// <summary>A part of a listing.</summary>
/// <param name="Blobs">May be empty although more follow.</param>
/// <param name="Continuation">Where the next slice begins; <c>null</c> at the end.</param>
public sealed record BlobSlice(IReadOnlyList<BlobProperties> Blobs, string? Continuation)
{
    /// <summary>Index tags by the blob's name, where the container lists them; only of blobs that have any.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tags { get; init; } =
        FrozenDictionary<string, IReadOnlyDictionary<string, string>>.Empty;
}
