using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Lysekil.Azure.Blobs;
using Lysekil.Azure.Connections;
using Lysekil.Azure.Queues;
using Lysekil.Azure.Tables;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Setup;

/// <summary>The client library's view of a site's storage; <see cref="ToSiteStorage"/> gives the engine's.</summary>
public sealed class SiteStorageClients
{
    /// <summary>The one partition of the archive.</summary>
    public const string Partition = "site";

    public SiteStorageClients(SiteStorageOptions options)
    {
        ContentBlobs = options.Content.BlobService(StorageClientOptions.Blobs());
        SiteBlobs = options.Site.BlobService(StorageClientOptions.Blobs());
        Queues = options.Content.QueueService(StorageClientOptions.Queues());
        RawQueues = options.Content.QueueService(StorageClientOptions.RawQueues());
        Tables = options.Content.TableService(StorageClientOptions.Tables());
    }

    /// <summary>The account with <c>content</c>, <c>accepted</c> and <c>desk</c>.</summary>
    public BlobServiceClient ContentBlobs { get; }

    /// <summary>The account with <c>$web</c>.</summary>
    public BlobServiceClient SiteBlobs { get; }

    public QueueServiceClient Queues { get; }

    /// <summary>The same queues, their messages as they lie there.</summary>
    public QueueServiceClient RawQueues { get; }

    public TableServiceClient Tables { get; }

    public SiteStorage ToSiteStorage() => new(
        new AzureBlobContainer(ContentBlobs.GetBlobContainerClient(StorageNames.Content), BlobTraits.Metadata | BlobTraits.Tags),
        new AzureBlobContainer(ContentBlobs.GetBlobContainerClient(StorageNames.Accepted)),
        new AzureBlobContainer(SiteBlobs.GetBlobContainerClient(StorageNames.Web)),
        new AzureBlobContainer(ContentBlobs.GetBlobContainerClient(StorageNames.Desk)),
        new AzureTable(Tables.GetTableClient(StorageNames.IndexTable), Partition),
        new AzureQueue(Queues.GetQueueClient(StorageNames.ContentEvents)),
        new AzureQueue(Queues.GetQueueClient(StorageNames.PageRefreshes)),
        PoisonOf(StorageNames.ContentEvents),
        PoisonOf(StorageNames.PageRefreshes));

    private AzurePoisonQueue PoisonOf(string queue) => new(RawQueues.GetQueueClient(StorageNames.PoisonOf(queue)));
}
