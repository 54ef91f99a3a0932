using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Storage;

/// <summary>A container that counts finds, and whose writes take effect but may fail.</summary>
internal sealed class TroubledContainer(IBlobContainer container) : IBlobContainer
{
    public int Finds { get; private set; }

    /// <summary>What a write throws after it took effect.</summary>
    public Exception? Fault { get; set; }

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation)
    {
        Finds++;
        return container.FindAsync(name, cancellation);
    }

    public async Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        var etag = await container.WriteAsync(name, content, headers, expected, cancellation);
        return Fault is null ? etag : throw Fault;
    }

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        container.OpenAsync(name, cancellation);

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        container.DeleteAsync(name, expected, cancellation);

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        container.ListAsync(most, continuation, cancellation);

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        container.TagAsync(name, tags, cancellation);
}
