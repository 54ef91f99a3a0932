using System.Collections.Concurrent;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Restores;

/// <summary>A container that notes the names of the blobs that its caller deletes.</summary>
internal sealed class WatchedContainer(IBlobContainer container) : IBlobContainer
{
    public ConcurrentBag<string> Deleted { get; } = [];

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        container.FindAsync(name, cancellation);

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        container.OpenAsync(name, cancellation);

    public Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation) =>
        container.WriteAsync(name, content, headers, expected, cancellation);

    public async Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation)
    {
        var isDeleted = await container.DeleteAsync(name, expected, cancellation);
        if (isDeleted)
        {
            Deleted.Add(name);
        }

        return isDeleted;
    }

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        container.ListAsync(most, continuation, cancellation);

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        container.TagAsync(name, tags, cancellation);
}
