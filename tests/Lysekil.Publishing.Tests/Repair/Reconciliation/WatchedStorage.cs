using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Repair.Reconciliation;

/// <summary>A container whose listings are counted, fail or take time.</summary>
internal class Listings(IBlobContainer container) : IBlobContainer
{
    public int Left { get; set; } = int.MaxValue;

    public int Made { get; private set; }

    public Action EachTakes { get; init; } = () => { };

    public virtual async Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation)
    {
        if (Left-- <= 0)
        {
            throw new IOException("Cut short.");
        }

        Made++;
        EachTakes();
        return await container.ListAsync(most, continuation, cancellation);
    }

    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        container.FindAsync(name, cancellation);

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        container.OpenAsync(name, cancellation);

    public Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation) =>
        container.WriteAsync(name, content, headers, expected, cancellation);

    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        container.DeleteAsync(name, expected, cancellation);

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        container.TagAsync(name, tags, cancellation);
}

/// <summary>
/// Counts, at each tenth listing, how many of the listed names are still in memory. Each name is a string of its own.
/// </summary>
internal sealed class HeldNames(IBlobContainer container) : Listings(container)
{
    private readonly List<WeakReference> _names = [];

    public int Listed => _names.Count;

    public int MostHeld { get; private set; }

    public override async Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation)
    {
        if (Made % 10 == 0)
        {
            GC.Collect();
            MostHeld = Math.Max(MostHeld, _names.Count(n => n.IsAlive));
        }

        var slice = await base.ListAsync(most, continuation, cancellation);
        var blobs = slice.Blobs.Select(b => b with { Name = new string(b.Name.AsSpan()) }).ToList();
        _names.AddRange(blobs.Select(b => new WeakReference(b.Name)));
        return slice with { Blobs = blobs };
    }
}

/// <summary>A queue that drops every message.</summary>
internal sealed class Forgetting : IQueue
{
    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>Yields at each call, so that several runs alternate.</summary>
internal sealed class Alternating : IStorageGate
{
    public async Task BeforeAsync(StorageCall call, CancellationToken cancellation) => await Task.Yield();

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
