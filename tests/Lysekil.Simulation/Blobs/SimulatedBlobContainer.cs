using System.Collections.Frozen;
using System.Text;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>
/// A blob container in memory. Every call is one indivisible step; ETags come from a counter, times from the clock, cut
/// to whole seconds as Blob Storage does. Thread safe.
/// </summary>
public sealed class SimulatedBlobContainer(TimeProvider clock) : IBlobContainer
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, SimulatedBlob> _blobs = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>All blobs by name, as they are now.</summary>
    public IReadOnlyDictionary<string, SimulatedBlob> Blobs
    {
        get { lock (_lock) { return new SortedDictionary<string, SimulatedBlob>(_blobs, StringComparer.Ordinal); } }
    }

    /// <summary>One blob as it is now; <c>null</c> if there is none.</summary>
    public SimulatedBlob? Find(string name)
    {
        lock (_lock) { return _blobs.GetValueOrDefault(name); }
    }

    /// <summary>Writes a blob unconditionally, as an editor's tool does.</summary>
    public ETag Put(string name, ReadOnlySpan<byte> content, BlobHeaders? headers = null)
    {
        BlobLimits.CheckName(name);
        lock (_lock) { return Store(name, content.ToArray(), headers ?? new BlobHeaders("application/octet-stream")); }
    }

    /// <inheritdoc cref="Put(string, ReadOnlySpan{byte}, BlobHeaders?)"/>
    /// <param name="name">The blob's name.</param>
    /// <param name="text">Written as UTF-8.</param>
    /// <param name="headers">What the blob is served with.</param>
    public ETag Put(string name, string text, BlobHeaders? headers = null) =>
        Put(name, Encoding.UTF8.GetBytes(text), headers);

    /// <summary>Puts a version of another container, with its tag and its times, unconditionally.</summary>
    public void Restore(SimulatedBlob blob)
    {
        lock (_lock) { _blobs[blob.Properties.Name] = blob; }
    }

    /// <summary>Replaces the blobs by those of another container.</summary>
    public void CopyFrom(SimulatedBlobContainer other)
    {
        IReadOnlyDictionary<string, SimulatedBlob> blobs;
        long version;
        lock (other._lock) { (blobs, version) = (other.Blobs, other._version); }
        lock (_lock)
        {
            _blobs.Clear();
            foreach (var (name, blob) in blobs) { _blobs[name] = blob; }
            _version = version;
        }
    }

    /// <summary>Deletes a blob unconditionally; <c>false</c> if there is none.</summary>
    public bool Delete(string name)
    {
        lock (_lock) { return _blobs.Remove(name); }
    }

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock) { return Task.FromResult(_blobs.GetValueOrDefault(name)?.Properties); }
    }

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SimulatedBlob? blob;
        lock (_lock) { blob = _blobs.GetValueOrDefault(name); }
        return Task.FromResult(
            blob is null ? null : new BlobReading(blob.Properties, new ForwardOnlyStream(blob.Content)));
    }

    public async Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        BlobLimits.CheckName(name);
        var bytes = await content.ReadToEndAsync(cancellation);
        lock (_lock)
        {
            return _blobs.GetValueOrDefault(name)?.Properties.ETag == expected
                ? Store(name, bytes, headers)
                : null;
        }
    }

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(
                _blobs.GetValueOrDefault(name)?.Properties.ETag == expected && _blobs.Remove(name));
        }
    }

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 5_000);
        lock (_lock)
        {
            var rest = _blobs.Values
                .Where(blob => continuation is null || string.CompareOrdinal(blob.Properties.Name, continuation) > 0)
                .Take(most + 1)
                .ToList();
            return Task.FromResult(
                rest.Count > most ? Slice(rest[..most], rest[most - 1].Properties.Name) : Slice(rest, null));
        }
    }

    public Task<bool> TagAsync(
        string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        BlobLimits.CheckTags(tags);
        lock (_lock)
        {
            if (!_blobs.TryGetValue(name, out var blob)) { return Task.FromResult(false); }
            _blobs[name] = blob with { Tags = tags.ToFrozenDictionary() };
            return Task.FromResult(true);
        }
    }

    private static BlobSlice Slice(List<SimulatedBlob> blobs, string? continuation) =>
        new([.. blobs.Select(blob => blob.Properties)], continuation)
        {
            Tags = blobs.Where(blob => blob.Tags.Count > 0).ToDictionary(
                blob => blob.Properties.Name,
                IReadOnlyDictionary<string, string> (blob) => blob.Tags,
                StringComparer.Ordinal),
        };

    private ETag Store(string name, byte[] content, BlobHeaders headers)
    {
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var created = _blobs.GetValueOrDefault(name)?.Properties.Created ?? now;
        var etag = new ETag($"\"0x{++_version:X}\"");
        // A new version begins without tags, as in Azure.
        _blobs[name] = new SimulatedBlob(
            new BlobProperties(name, etag, created, now, content.Length, headers),
            content,
            FrozenDictionary<string, string>.Empty);
        return etag;
    }
}
