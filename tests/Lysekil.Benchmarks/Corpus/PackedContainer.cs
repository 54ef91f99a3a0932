using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>The blobs of a container in a file, which can only be opened.</summary>
internal sealed class PackedContainer : IBlobContainer, IDisposable
{
    private readonly PackedRecords _blobs;

    /// <param name="path">A file written by <see cref="Write"/>.</param>
    public PackedContainer(string path) => _blobs = new PackedRecords(path);

    /// <param name="path">The file to create.</param>
    /// <param name="blobs">The blobs in the order of their names.</param>
    public static void Write(string path, IReadOnlyList<SimulatedBlob> blobs) =>
        PackedRecords.Write(path, blobs, b => b.Properties.Name, (writer, blob) => writer.Write(blob.Content.Span));

    /// <summary>Opens a blob, whose only true properties are name and length.</summary>
    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        Task.FromResult(_blobs.Find(name) is { } place ? Reading(name, _blobs.Open(place, place + 1)) : null);

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public void Dispose() => _blobs.Dispose();

    private static BlobReading Reading(string name, MemoryStream content) =>
        new(new BlobProperties(
            name, default, default, default, content.Length, new BlobHeaders("application/octet-stream")), content);
}
