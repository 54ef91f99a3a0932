using System.Text;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>A page as it should be.</summary>
/// <param name="Headers">Its hash covers content and headers: a page with the same hash need not be written.</param>
/// <param name="OpenAsync">Opens the content.</param>
public sealed record RenderedPage(BlobHeaders Headers, Func<CancellationToken, Task<Stream>> OpenAsync)
{
    /// <summary>Visitors ask each time whether a page has changed, and are told 304 where it has not (RFC 9111, section 5.2.2.4).</summary>
    public const string AskAgain = "no-cache";

    /// <summary>For content that has its hash in its name (RFC 8246).</summary>
    public const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>For pictures and documents.</summary>
    public const string AnHour = "public, max-age=3600";

    public static RenderedPage Html(byte[] html) => Of(html, "text/html; charset=utf-8", AskAgain);

    public static RenderedPage Text(string text, string contentType) => Of(Encoding.UTF8.GetBytes(text), contentType, AskAgain);

    public static RenderedPage Of(byte[] content, string contentType, string cacheControl) => new(
        Headed(ContentHash.Of(content), contentType, cacheControl), _ => Task.FromResult<Stream>(new MemoryStream(content)));

    /// <summary>A page that is an accepted content as it is.</summary>
    public static RenderedPage Copy(ContentHash content, string contentType, Func<CancellationToken, Task<Stream>> open) =>
        new(Headed(content, contentType, AnHour), open);

    /// <summary>A page that is costly to make: its hash is of what it is made from, and it is made only where it is to be written.</summary>
    /// <param name="recipe">Names what it is made from, and how: the same gives the same page.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="cacheControl">For how long caches keep it.</param>
    /// <param name="make">Makes the content.</param>
    public static RenderedPage Made(string recipe, string contentType, string cacheControl, Func<CancellationToken, Task<Stream>> make) =>
        new(Headed(ContentHash.OfLines(recipe), contentType, cacheControl), make);

    private static BlobHeaders Headed(ContentHash content, string contentType, string cacheControl) => new(
        contentType,
        cacheControl,
        ContentHash.OfLines(content.Value, contentType, cacheControl).Value);
}
