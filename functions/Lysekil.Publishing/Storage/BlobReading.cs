using System.IO.Compression;

namespace Lysekil.Publishing.Storage;

/// <summary>An open blob.</summary>
/// <param name="Properties">The version that is being read.</param>
/// <param name="Content">Forward only; the reader disposes of it.</param>
public sealed record BlobReading(BlobProperties Properties, Stream Content) : IAsyncDisposable
{
    /// <summary>The content as a browser gets it, without its coding; it is read in place of the content.</summary>
    public Stream Decoded => Properties.Headers.ContentEncoding == BlobHeaders.Gzip
        ? new GZipStream(Content, CompressionMode.Decompress, leaveOpen: true)
        : Content;

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
