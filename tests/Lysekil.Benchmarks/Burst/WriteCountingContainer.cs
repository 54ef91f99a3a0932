using System.Collections.Concurrent;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Burst;

/// <summary>Counts how often each page is rendered and written; several instances may share the counts.</summary>
/// <param name="pages">The container.</param>
/// <param name="rendered">
/// The renders by blob name. A write counts as a render; the caller adds renders of unchanged pages.
/// </param>
/// <param name="written">The successful writes by blob name.</param>
internal sealed class WriteCountingContainer(
    IBlobContainer pages, ConcurrentDictionary<string, int> rendered, ConcurrentDictionary<string, int> written)
        : IBlobContainer
{
    public async Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        rendered.AddOrUpdate(name, 1, (_, count) => count + 1);
        var etag = await pages.WriteAsync(name, content, headers, expected, cancellation);
        if (etag is not null)
        {
            written.AddOrUpdate(name, 1, (_, count) => count + 1);
        }

        return etag;
    }

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        pages.FindAsync(name, cancellation);

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        pages.OpenAsync(name, cancellation);

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        pages.DeleteAsync(name, expected, cancellation);

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        pages.ListAsync(most, continuation, cancellation);

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        pages.TagAsync(name, tags, cancellation);
}
