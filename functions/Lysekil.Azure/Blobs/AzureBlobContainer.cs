using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Lysekil.Publishing.Storage;
using BlobProperties = Lysekil.Publishing.Storage.BlobProperties;
using ETag = Lysekil.Publishing.Storage.ETag;

namespace Lysekil.Azure.Blobs;

/// <summary>
/// A container in Blob Storage. Each method makes one call (a large write: one for each block), besides the retries of
/// the client library. After such a retry, a write that took effect may look like a conflict.
/// </summary>
/// <param name="client">The container.</param>
/// <param name="traits">What a listing gives of a blob besides its properties.</param>
public sealed class AzureBlobContainer(BlobContainerClient client, BlobTraits traits = BlobTraits.Metadata)
    : IBlobContainer
{
    // Up to this size a blob is written in one call, which also bounds what a write holds in memory.
    private const int BlockSize = 8 << 20;

    public async Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await client.GetBlobClient(name).GetPropertiesAsync(conditions: null, cancellation);
            return BlobTranslation.PropertiesOf(name, answer.Value);
        }
        catch (RequestFailedException notFound) when (notFound.IsNotFound())
        {
            return null;
        }
    }

    public async Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await client.GetBlobClient(name).DownloadStreamingAsync(options: null, cancellation);
            return new BlobReading(BlobTranslation.PropertiesOf(name, answer.Value.Details), answer.Value.Content);
        }
        catch (RequestFailedException notFound) when (notFound.IsNotFound())
        {
            return null;
        }
    }

    public async Task<ETag?> WriteAsync(
        string name, Stream content, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders
            {
                ContentType = headers.ContentType,
                CacheControl = headers.CacheControl,
                ContentEncoding = headers.ContentEncoding,
            },
            Metadata = BlobTranslation.MetadataOf(headers),
            Conditions = BlobTranslation.ConditionsFor(expected),
            TransferOptions = new StorageTransferOptions
            {
                InitialTransferSize = BlockSize,
                MaximumTransferSize = BlockSize,
                MaximumConcurrency = 1,
            },
        };
        var bytes = await ReadAhead.BufferAsync(content, BlockSize, cancellation);
        try
        {
            var answer = await client.GetBlobClient(name).UploadAsync(bytes, options, cancellation);
            return BlobTranslation.ETagOf(answer.Value.ETag);
        }
        catch (RequestFailedException conflict) when (conflict.IsConflict())
        {
            return null;
        }
    }

    public async Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation)
    {
        try
        {
            await client.GetBlobClient(name).DeleteAsync(
                DeleteSnapshotsOption.None, BlobTranslation.ConditionsFor(expected), cancellation);
            return true;
        }
        catch (RequestFailedException conflict) when (conflict.IsConflict())
        {
            return false;
        }
    }

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        ListAsync(new GetBlobsOptions { Traits = traits }, most, continuation, cancellation);

    public Task<BlobSlice> ListBelowAsync(
        string folder, int most, string? continuation, CancellationToken cancellation) =>
        ListAsync(new GetBlobsOptions { Traits = traits, Prefix = folder }, most, continuation, cancellation);

    public async Task<bool> TagAsync(
        string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation)
    {
        try
        {
            await client.GetBlobClient(name).SetTagsAsync(
                tags.ToDictionary(StringComparer.Ordinal), conditions: null, cancellation);
            return true;
        }
        catch (RequestFailedException notFound) when (notFound.IsNotFound())
        {
            return false;
        }
    }

    private async Task<BlobSlice> ListAsync(
        GetBlobsOptions options, int most, string? continuation, CancellationToken cancellation)
    {
        await foreach (var page in client.GetBlobsAsync(options, cancellation).AsPages(continuation, most))
        {
            return BlobTranslation.SliceOf(page);
        }

        return new BlobSlice([], null);
    }
}
