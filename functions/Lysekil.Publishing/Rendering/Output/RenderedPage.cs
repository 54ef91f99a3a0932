using System.IO.Compression;
using System.Text;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>The content and the headers of a page.</summary>
/// <param name="Headers">
/// The headers, with a hash of content and headers: a page with the same hash need not be written (R4).
/// </param>
/// <param name="OpenAsync">
/// Opens the content, told whether this is a later attempt at a message; <c>null</c> if the content can no longer be
/// made, so that the page stays as it is.
/// </param>
public sealed record RenderedPage(BlobHeaders Headers, Func<bool, CancellationToken, Task<Stream?>> OpenAsync)
{
    /// <summary>
    /// Browsers ask each time whether a page has changed, and get a 304 if it has not (RFC 9111, section 5.2.2.4).
    /// </summary>
    public const string AskAgain = "no-cache";

    /// <summary>For content with its hash in its name (RFC 8246).</summary>
    public const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>For pictures and documents.</summary>
    public const string AnHour = "public, max-age=3600";

    /// <summary>
    /// The level of compression, of 1 to 9: at 5 and above it takes several times as long for a twentieth less.
    /// </summary>
    private const int Level = 3;

    public static RenderedPage Html(byte[] html) => Of(html, "text/html; charset=utf-8", AskAgain);

    public static RenderedPage Text(string text, string contentType) =>
        Of(Encoding.UTF8.GetBytes(text), contentType, AskAgain);

    public static RenderedPage Of(byte[] content, string contentType, string cacheControl) => new(
        Headed(ContentHash.Of(content), contentType, cacheControl),
        (_, _) => Task.FromResult<Stream?>(new MemoryStream(content)));

    /// <summary>
    /// A page that is stored compressed, since a static website compresses nothing. It is compressed only when it is
    /// written. Its hash is that of the bytes before, of which compressors of other machines make other bytes (R3, R4).
    /// </summary>
    public static RenderedPage Compressed(byte[] content, string contentType, string cacheControl)
    {
        var hash = ContentHash.OfLines(ContentHash.Of(content).Value, contentType, cacheControl, BlobHeaders.Gzip);
        var headers = new BlobHeaders(contentType, cacheControl, hash.Value) { ContentEncoding = BlobHeaders.Gzip };
        return new RenderedPage(headers, (_, _) => Task.FromResult<Stream?>(Compress(content)));
    }

    /// <summary>A page that is an accepted content without any change.</summary>
    public static RenderedPage Copy(
        ContentHash content, string contentType, Func<CancellationToken, Task<Stream>> open) =>
        new(Headed(content, contentType, AnHour), async (_, cancellation) => await open(cancellation));

    /// <summary>
    /// A page that is costly to make: its hash is that of its recipe, and it is made only when it is written.
    /// </summary>
    /// <param name="recipe">Names what the page is made from, and how: the same recipe gives the same page.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="cacheControl">The value of the header Cache-Control.</param>
    /// <param name="make">Makes the content, as <see cref="OpenAsync"/> opens it.</param>
    public static RenderedPage Made(
        string recipe, string contentType, string cacheControl, Func<bool, CancellationToken, Task<Stream?>> make) =>
        new(Headed(ContentHash.OfLines(recipe), contentType, cacheControl), make);

    private static MemoryStream Compress(byte[] content)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(
            compressed, new ZLibCompressionOptions { CompressionLevel = Level }, leaveOpen: true))
        {
            gzip.Write(content);
        }

        compressed.Position = 0;
        return compressed;
    }

    private static BlobHeaders Headed(ContentHash content, string contentType, string cacheControl) => new(
        contentType,
        cacheControl,
        ContentHash.OfLines(content.Value, contentType, cacheControl).Value);
}
