using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>The blobs of a container in a file. They can be opened, and nothing else.</summary>
internal sealed class PackedContainer : IBlobContainer, IDisposable
{
    private readonly Dictionary<string, (int Number, BlobProperties Properties)> _blobs;
    private readonly PackedRecords _contents;

    /// <param name="path">A file that is not there yet.</param>
    /// <param name="blobs">All.</param>
    public PackedContainer(string path, IReadOnlyList<SimulatedBlob> blobs)
    {
        _blobs = blobs.Select((blob, number) => (Number: number, blob.Properties)).ToDictionary(b => b.Properties.Name, StringComparer.Ordinal);
        _contents = PackedRecords.Write(path, blobs, (writer, blob) => writer.Write(blob.Content.Span));
    }

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) => Task.FromResult(
        _blobs.TryGetValue(name, out var blob) ? new BlobReading(blob.Properties, _contents.Open(blob.Number, blob.Number + 1)) : null);

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ETag?> WriteAsync(string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) => throw new NotSupportedException();

    public void Dispose() => _contents.Dispose();
}
