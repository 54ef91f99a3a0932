using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Mirror;

/// <summary>
/// The content container with the time of each file in place of the time of its upload. That time dates an article
/// without a date of its own, and a standing page in the sitemap; publishing a folder twice therefore gives the same
/// bytes.
/// </summary>
/// <param name="content">The container.</param>
/// <param name="files">The files that are mirrored into it.</param>
internal sealed class FileTimeContainer(IBlobContainer content, IEnumerable<SourceFile> files) : IBlobContainer
{
    private readonly Dictionary<string, DateTimeOffset> _times =
        files.ToDictionary(file => file.Name, file => file.Modified, StringComparer.Ordinal);

    public async Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        await content.FindAsync(name, cancellation) is { } blob ? Dated(blob) : null;

    public async Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        await content.OpenAsync(name, cancellation) is { } reading
            ? reading with { Properties = Dated(reading.Properties) }
            : null;

    public async Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation)
    {
        var slice = await content.ListAsync(most, continuation, cancellation);
        return slice with { Blobs = [.. slice.Blobs.Select(Dated)] };
    }

    public Task<ETag?> WriteAsync(
        string name, Stream bytes, BlobHeaders headers, ETag? expected, CancellationToken cancellation) =>
        content.WriteAsync(name, bytes, headers, expected, cancellation);

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        content.DeleteAsync(name, expected, cancellation);

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        content.TagAsync(name, tags, cancellation);

    private BlobProperties Dated(BlobProperties blob) =>
        _times.TryGetValue(blob.Name, out var time) ? blob with { Created = time, Modified = time } : blob;
}
