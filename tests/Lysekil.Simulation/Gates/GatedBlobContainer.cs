using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>A container whose calls pass a gate.</summary>
public sealed class GatedBlobContainer(string service, IBlobContainer container, IStorageGate gate) : IBlobContainer
{
    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        PassAsync(StorageOperation.Find, name, () => container.FindAsync(name, cancellation), cancellation);

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        PassAsync(StorageOperation.Open, name, () => container.OpenAsync(name, cancellation), cancellation);

    /// <remarks>The content is read first, so that a repeated call has the same content.</remarks>
    public async Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        var bytes = await content.ReadToEndAsync(cancellation);
        return await PassAsync(
            StorageOperation.Write,
            name,
            () => container.WriteAsync(name, new MemoryStream(bytes, writable: false), headers, expected, cancellation),
            cancellation);
    }

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        PassAsync(
            StorageOperation.Delete, name, () => container.DeleteAsync(name, expected, cancellation), cancellation);

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        PassAsync(
            StorageOperation.List,
            continuation ?? "",
            () => container.ListAsync(most, continuation, cancellation),
            cancellation);

    public Task<BlobSlice> ListBelowAsync(
        string folder, int most, string? continuation, CancellationToken cancellation) =>
        PassAsync(
            StorageOperation.List,
            folder,
            () => container.ListBelowAsync(folder, most, continuation, cancellation),
            cancellation);

    public Task<bool> TagAsync(
        string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        PassAsync(StorageOperation.Tag, name, () => container.TagAsync(name, tags, cancellation), cancellation);

    private Task<T> PassAsync<T>(
        StorageOperation operation, string key, Func<Task<T>> effect, CancellationToken cancellation) =>
        gate.PassAsync(new StorageCall(service, operation, key), effect, cancellation);
}
