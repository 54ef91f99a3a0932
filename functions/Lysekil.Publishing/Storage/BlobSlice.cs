namespace Lysekil.Publishing.Storage;

/// <summary>A part of a listing.</summary>
/// <param name="Blobs">May be empty although more follow.</param>
/// <param name="Continuation">Where the next slice begins; <c>null</c> at the end.</param>
public sealed record BlobSlice(IReadOnlyList<BlobProperties> Blobs, string? Continuation);
