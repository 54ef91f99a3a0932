namespace Lysekil.Publishing.Storage;

/// <summary>What a blob has besides its bytes.</summary>
/// <param name="ContentType">A media type (RFC 9110, section 8.3).</param>
/// <param name="CacheControl">A cache directive (RFC 9111, section 5.2), or none.</param>
/// <param name="Hash">The content hash that its writer kept with it, as the metadata <c>hash</c>.</param>
public sealed record BlobHeaders(string ContentType, string? CacheControl = null, string? Hash = null)
{
    public const string Gzip = "gzip";

    /// <summary>
    /// The content coding of the bytes, which browsers undo (RFC 9110, section 8.4): <see cref="Gzip"/>, or none.
    /// </summary>
    public string? ContentEncoding { get; init; }

    /// <summary>The hash of the page's summary that its writer knew, as the metadata <c>summary</c>.</summary>
    public string? Summary { get; init; }
}
