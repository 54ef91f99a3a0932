namespace Lysekil.Publishing.Storage;

/// <summary>
/// One blob container. A lost race is a result (<c>null</c> or <c>false</c>), after which the caller reads again. A
/// storage fault is an exception, which only the queue retries (R7).
/// </summary>
public interface IBlobContainer
{
    /// <summary>The blob's properties without its content; <c>null</c> where there is no such blob.</summary>
    Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>
    /// Opens a blob for reading. Properties and stream are of one version, even if the blob is replaced meanwhile.
    /// <c>null</c> where there is no such blob.
    /// </summary>
    Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation);

    /// <summary>
    /// Writes a blob if it is still the version that the caller read (R2). Returns the new version's tag, or
    /// <c>null</c> when the race was lost.
    /// </summary>
    /// <param name="name">Up to 1,024 characters.</param>
    /// <param name="content">Read to its end, not disposed of.</param>
    /// <param name="headers">What the blob is served with.</param>
    /// <param name="expected">The version to replace; <c>null</c>: there must be no such blob.</param>
    /// <param name="cancellation">Ends the wait; the write may have taken effect.</param>
    Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation);

    /// <summary>
    /// Deletes a blob if it is the expected version; <c>false</c> when it is gone or another version.
    /// </summary>
    Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation);

    /// <summary>
    /// Lists a slice of the container's blobs, by name. The order is the service's own, and only speed may depend on
    /// it. Index tags are listed for the container of the sources, the only one whose tags may be read.
    /// </summary>
    /// <param name="most">The most blobs to list, 1–5,000; the slice may hold fewer although more follow.</param>
    /// <param name="continuation">Where the last slice ended; <c>null</c> for the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation);

    /// <summary>
    /// Lists a slice of the blobs whose names begin with a folder's, in the order of their names. One call in the
    /// containers of Azure; a container that does not say otherwise lists all its blobs for it.
    /// </summary>
    /// <param name="folder">Ends with a slash.</param>
    /// <param name="most">The most blobs to list, 1–5,000; the slice may hold fewer although more follow.</param>
    /// <param name="continuation">Where the last slice ended; <c>null</c> for the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    async Task<BlobSlice> ListBelowAsync(
        string folder, int most, string? continuation, CancellationToken cancellation)
    {
        var below = await this.ListAllAsync(cancellation)
            .Where(blob => blob.Name.StartsWith(folder, StringComparison.Ordinal))
            .OrderBy(blob => blob.Name, StringComparer.Ordinal)
            .SkipWhile(blob => continuation is not null && string.CompareOrdinal(blob.Name, continuation) <= 0)
            .Take(most + 1)
            .ToListAsync(cancellation);
        return below.Count > most ? new(below[..most], below[most - 1].Name) : new(below, null);
    }

    /// <summary>
    /// Replaces the blob's index tags: up to ten, of letters a–z, digits, space and <c>+-./:=_</c>; a value has at
    /// most 256 characters. It does not change the ETag and raises no event. <c>false</c> where there is no such blob.
    /// </summary>
    Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation);
}
