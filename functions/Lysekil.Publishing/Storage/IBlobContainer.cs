namespace Lysekil.Publishing.Storage;

/// <summary>
/// One blob container. A lost race is an answer (<c>null</c> or <c>false</c>), for the caller to look again; a storage
/// fault is an exception, which nobody below the queue retries.
/// </summary>
public interface IBlobContainer
{
    /// <summary>The blob's properties without its content; <c>null</c> where there is no such blob.</summary>
    Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>
    /// Opens a blob for reading. Properties and stream are of one version, also if the blob is replaced meanwhile.
    /// <c>null</c> where there is no such blob.
    /// </summary>
    Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation);

    /// <summary>
    /// Writes a blob if it still is as the caller saw it. Returns the new version's tag, or <c>null</c> when the race
    /// was lost.
    /// </summary>
    /// <param name="name">Up to 1,024 characters.</param>
    /// <param name="content">Read to its end, not disposed of.</param>
    /// <param name="headers">What the blob is served with.</param>
    /// <param name="expected">The version to replace; <c>null</c>: there must be no such blob.</param>
    /// <param name="cancellation">Ends the wait; the write may have taken effect.</param>
    Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation);

    /// <summary>Deletes a blob if it is that version; <c>false</c> when it is gone or another.</summary>
    Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation);

    /// <summary>
    /// A slice of the container's blobs, by name, of at most <paramref name="most"/> (1–5,000). The order is the
    /// service's own; nothing may depend on it but speed. Their tags are listed where the container is one whose tags
    /// may be read: that of the sources.
    /// </summary>
    /// <param name="most">The size of the slice.</param>
    /// <param name="continuation">Where the last slice ended; <c>null</c> for the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation);

    /// <summary>
    /// Replaces the blob's index tags: up to ten, of letters a–z, digits, space and <c>+-./:=_</c>; a value has at most
    /// 256 characters. Neither changes the ETag nor raises an event. <c>false</c> where there is no such blob.
    /// </summary>
    Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation);
}
