using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Contents.Sources;

/// <summary>The accepted contents: each under its hash, written once, never changed. Safe for several threads.</summary>
public sealed class AcceptedSources(IBlobContainer container)
{
    private static readonly BlobHeaders Headers = new("application/octet-stream");

    private readonly RecentContents _recent = new();

    /// <summary>Keeps a content; nothing happens where it is kept already. One call.</summary>
    public Task KeepAsync(ContentHash hash, Stream content, CancellationToken cancellation) =>
        container.WriteAsync(hash.Value, content, Headers, expected: null, cancellation);

    /// <inheritdoc cref="KeepAsync(ContentHash, Stream, CancellationToken)"/>
    public async Task KeepAsync(ContentHash hash, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var bytes = content.ToArray();
        using var stream = new MemoryStream(bytes);
        await KeepAsync(hash, stream, cancellation);
        _recent.Add(hash, bytes);
    }

    /// <summary>Opens a content that was kept.</summary>
    /// <exception cref="InvalidDataException">It is not there, although the archive names it.</exception>
    public async Task<Stream> OpenAsync(ContentHash hash, CancellationToken cancellation) =>
        (await container.OpenAsync(hash.Value, cancellation))?.Content
        ?? throw new InvalidDataException($"The accepted content {hash} is missing from its container.");

    /// <summary>Reads a content that was kept: one call, unless it was kept or read here not long ago.</summary>
    /// <exception cref="InvalidDataException">It is not there, although the archive names it.</exception>
    public async Task<byte[]> ReadAsync(ContentHash hash, CancellationToken cancellation)
    {
        if (_recent.Find(hash) is { } known)
        {
            return known;
        }

        await using var content = await OpenAsync(hash, cancellation);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        var read = bytes.ToArray();
        _recent.Add(hash, read);
        return read;
    }
}
