using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Export;

/// <summary>A container that lists one blob more than it has, with a name that the service refuses.</summary>
internal sealed class NamedBlob(IBlobContainer container, string name) : IBlobContainer
{
    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        container.FindAsync(name, cancellation);

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        container.OpenAsync(name, cancellation);

    public Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation) =>
        container.WriteAsync(name, content, headers, expected, cancellation);

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        container.DeleteAsync(name, expected, cancellation);

    public async Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation)
    {
        var slice = await container.ListAsync(most, continuation, cancellation);
        return slice with { Blobs = [.. slice.Blobs, slice.Blobs[0] with { Name = name }] };
    }

    public Task<bool> TagAsync(
        string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        container.TagAsync(name, tags, cancellation);
}
