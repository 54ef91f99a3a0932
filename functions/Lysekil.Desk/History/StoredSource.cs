using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.History;

/// <summary>A file of the container <c>content</c>, as it was when it was read.</summary>
/// <param name="Path">The file.</param>
/// <param name="ETag">Its version, on whose condition it is saved or deleted.</param>
/// <param name="Modified">When that version was written.</param>
/// <param name="Content">Its bytes.</param>
public sealed record StoredSource(
    SourcePath Path, ETag ETag, DateTimeOffset Modified, ReadOnlyMemory<byte> Content)
{
    /// <summary>Reads an open blob to its end, and closes it.</summary>
    internal static async Task<StoredSource> ReadAsync(
        SourcePath path, BlobReading opened, CancellationToken cancellation)
    {
        await using var reading = opened;
        using var bytes = new MemoryStream();
        await reading.Content.CopyToAsync(bytes, cancellation);
        return new StoredSource(path, reading.Properties.ETag, reading.Properties.Modified, bytes.ToArray());
    }
}
