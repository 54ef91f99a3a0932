using System.Collections.Concurrent;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Storage;

/// <summary>
/// A write-through cache of the properties of a container's blobs, for the only writer of the container. Each write
/// goes to the container; reading properties costs no call. If it is unknown whether the last write of a blob took
/// effect, the properties of that blob are read from the container from then on. Thread safe.
/// </summary>
internal sealed class WriteThroughContainer : IBlobContainer
{
    private readonly IBlobContainer _container;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, BlobProperties> _known;
    private readonly ConcurrentDictionary<string, byte> _uncertain = new(StringComparer.Ordinal);

    private WriteThroughContainer(IBlobContainer container, IEnumerable<BlobProperties> blobs, TimeProvider clock)
    {
        (_container, _clock) = (container, clock);
        _known = new(blobs.Select(b => KeyValuePair.Create(b.Name, b)), StringComparer.Ordinal);
    }

    /// <summary>
    /// Lists what the container holds. No other process may write to it from now on. The clock dates the writes that
    /// follow, nearly as the container itself does.
    /// </summary>
    public static async Task<WriteThroughContainer> OpenAsync(
        IBlobContainer container, TimeProvider clock, CancellationToken cancellation) =>
        new(container, await container.ListAllAsync(cancellation).ToListAsync(cancellation), clock);

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        _uncertain.ContainsKey(name)
            ? _container.FindAsync(name, cancellation)
            : Task.FromResult(_known.GetValueOrDefault(name));

    public async Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        var length = content.CanSeek ? content.Length - content.Position : (long?)null;
        ETag? etag = null;
        try
        {
            etag = await _container.WriteAsync(name, content, headers, expected, cancellation);
            return etag;
        }
        finally
        {
            if (etag is { } written && length is { } bytes)
            {
                var now = _clock.GetUtcNow();
                var created = _known.TryGetValue(name, out var before) ? before.Created : now;
                _known[name] = new BlobProperties(name, written, created, now, bytes, headers);
            }
            else
            {
                _uncertain[name] = 0;
            }
        }
    }

    public async Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation)
    {
        var isDeleted = false;
        try
        {
            isDeleted = await _container.DeleteAsync(name, expected, cancellation);
            return isDeleted;
        }
        finally
        {
            _ = isDeleted ? _known.TryRemove(name, out _) : _uncertain.TryAdd(name, 0);
        }
    }

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        _container.OpenAsync(name, cancellation);

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        _container.ListAsync(most, continuation, cancellation);

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        _container.TagAsync(name, tags, cancellation);
}
