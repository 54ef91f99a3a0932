using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>The accepted contents: each under its hash, written once, never changed.</summary>
public sealed class AcceptedSources(IBlobContainer container)
{
    private static readonly BlobHeaders Headers = new("application/octet-stream");

    /// <summary>Keeps a content; nothing happens where it is kept already. One call.</summary>
    public Task KeepAsync(ContentHash hash, Stream content, CancellationToken cancellation) =>
        container.WriteAsync(hash.Value, content, Headers, expected: null, cancellation);

    /// <summary>Opens a content that was kept.</summary>
    /// <exception cref="InvalidDataException">It is not there, although the archive names it.</exception>
    public async Task<Stream> OpenAsync(ContentHash hash, CancellationToken cancellation) =>
        (await container.OpenAsync(hash.Value, cancellation))?.Content
        ?? throw new InvalidDataException($"The accepted content {hash} is missing from its container.");

    public async Task<byte[]> ReadAsync(ContentHash hash, CancellationToken cancellation)
    {
        await using var content = await OpenAsync(hash, cancellation);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
