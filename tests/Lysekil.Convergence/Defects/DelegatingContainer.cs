using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>A container that delegates all calls, for a defect or a later engine to override one.</summary>
public abstract class DelegatingContainer(IBlobContainer container) : IBlobContainer
{
    protected IBlobContainer Container => container;

    public virtual Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        container.FindAsync(name, cancellation);

    public virtual Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        container.OpenAsync(name, cancellation);

    public virtual Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation) =>
        container.WriteAsync(name, content, headers, expected, cancellation);

    public virtual Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        container.DeleteAsync(name, expected, cancellation);

    public virtual Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        container.ListAsync(most, continuation, cancellation);

    public virtual Task<bool> TagAsync(
        string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        container.TagAsync(name, tags, cancellation);
}
