using Azure;
using Azure.Storage.Blobs.Models;
using Lysekil.Publishing.Storage;
using AzureETag = Azure.ETag;
using AzureProperties = Azure.Storage.Blobs.Models.BlobProperties;
using BlobProperties = Lysekil.Publishing.Storage.BlobProperties;
using ETag = Lysekil.Publishing.Storage.ETag;

namespace Lysekil.Azure.Blobs;

/// <summary>Translates between the types of the port and those of the client library.</summary>
internal static class BlobTranslation
{
    private const string Hash = "hash";
    private const string Summary = "summary";

    public static BlobProperties PropertiesOf(string name, AzureProperties found) => new(
        name,
        ETagOf(found.ETag),
        found.CreatedOn,
        found.LastModified,
        found.ContentLength,
        HeadersOf(found.ContentType, found.CacheControl, found.ContentEncoding, found.Metadata));

    public static BlobProperties PropertiesOf(string name, BlobDownloadDetails opened) => new(
        name,
        ETagOf(opened.ETag),
        opened.CreatedOn,
        opened.LastModified,
        opened.ContentLength,
        HeadersOf(opened.ContentType, opened.CacheControl, opened.ContentEncoding, opened.Metadata));

    public static BlobProperties PropertiesOf(BlobItem listed) => new(
        listed.Name,
        ETagOf(Given(listed.Properties.ETag)),
        Given(listed.Properties.CreatedOn),
        Given(listed.Properties.LastModified),
        Given(listed.Properties.ContentLength),
        HeadersOf(
            listed.Properties.ContentType,
            listed.Properties.CacheControl,
            listed.Properties.ContentEncoding,
            listed.Metadata));

    public static BlobSlice SliceOf(Page<BlobItem> page) => new(
        [.. page.Values.Select(PropertiesOf)],
        string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken)
    {
        Tags = page.Values.Where(blob => blob.Tags is { Count: > 0 }).ToDictionary(
            blob => blob.Name,
            IReadOnlyDictionary<string, string> (blob) => blob.Tags.AsReadOnly(),
            StringComparer.Ordinal),
    };

    /// <summary>The tag in quotes, which a listing leaves out.</summary>
    public static ETag ETagOf(AzureETag tag) => new(tag.ToString("H"));

    /// <summary>The condition that this version exists, or, for <c>null</c>, that none does.</summary>
    public static BlobRequestConditions ConditionsFor(ETag? expected) => expected is { } tag
        ? new BlobRequestConditions { IfMatch = new AzureETag(tag.Value) }
        : new BlobRequestConditions { IfNoneMatch = AzureETag.All };

    public static Dictionary<string, string> MetadataOf(BlobHeaders headers)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in new[] { (Hash, headers.Hash), (Summary, headers.Summary) })
        {
            if (value is not null)
            {
                metadata.Add(name, value);
            }
        }

        return metadata;
    }

    private static BlobHeaders HeadersOf(
        string? contentType,
        string? cacheControl,
        string? contentEncoding,
        IDictionary<string, string>? metadata) => new(
        contentType ?? "application/octet-stream",
        string.IsNullOrEmpty(cacheControl) ? null : cacheControl,
        Value(metadata, Hash))
        {
            ContentEncoding = string.IsNullOrEmpty(contentEncoding) ? null : contentEncoding,
            Summary = Value(metadata, Summary),
        };

    private static string? Value(IDictionary<string, string>? metadata, string name) =>
        metadata is not null && metadata.TryGetValue(name, out var value) ? value : null;

    // Optional in the client library, but present for every blob that is not a directory.
    private static T Given<T>(T? value)
        where T : struct => value ?? throw new InvalidDataException("Blob Storage left a property out of a listing.");
}
