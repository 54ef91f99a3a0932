using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Mirror;

/// <summary>A container in which something happens just before a write or a deletion.</summary>
internal sealed class InterruptedContainer(IBlobContainer container) : IBlobContainer
{
    public Action Before { get; set; } = () => { };

    public Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        Before();
        return container.WriteAsync(name, content, headers, expected, cancellation);
    }

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation)
    {
        Before();
        return container.DeleteAsync(name, expected, cancellation);
    }

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        container.FindAsync(name, cancellation);

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        container.OpenAsync(name, cancellation);

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        container.ListAsync(most, continuation, cancellation);

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        container.TagAsync(name, tags, cancellation);
}
