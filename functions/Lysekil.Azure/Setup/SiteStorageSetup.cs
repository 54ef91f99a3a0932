using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Setup;

/// <summary>
/// Creates the storage of a site where it is missing: for the local runner, for tests, and after a deployment, since
/// the static website is not a resource of the control plane.
/// </summary>
public sealed class SiteStorageSetup(SiteStorageClients clients)
{
    private const string IndexDocument = "index.html";
    private const string ErrorDocument = "404.html";

    /// <summary>
    /// Creates the containers, the table, the queues with their poison queues, and the static website.
    /// </summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        // In Azure this creates $web, too.
        await EnsureWebsiteAsync(cancellation);
        await Task.WhenAll(
            EnsureContainerAsync(clients.SiteBlobs, StorageNames.Web, cancellation),
            EnsureContainerAsync(clients.ContentBlobs, StorageNames.Content, cancellation),
            EnsureContainerAsync(clients.ContentBlobs, StorageNames.Accepted, cancellation),
            EnsureContainerAsync(clients.ContentBlobs, StorageNames.Desk, cancellation),
            clients.Tables.CreateTableIfNotExistsAsync(StorageNames.IndexTable, cancellation),
            EnsureQueueAsync(StorageNames.ContentEvents, cancellation),
            EnsureQueueAsync(StorageNames.PoisonOf(StorageNames.ContentEvents), cancellation),
            EnsureQueueAsync(StorageNames.PageRefreshes, cancellation),
            EnsureQueueAsync(StorageNames.PoisonOf(StorageNames.PageRefreshes), cancellation));
    }

    // Reads, changes and writes: new properties would reset others of the account, such as soft delete.
    private async Task EnsureWebsiteAsync(CancellationToken cancellation)
    {
        var properties = (await clients.SiteBlobs.GetPropertiesAsync(cancellation)).Value;
        if (properties.StaticWebsite is
            {
                Enabled: true, IndexDocument: IndexDocument, ErrorDocument404Path: ErrorDocument,
            })
        {
            return;
        }

        properties.StaticWebsite = new BlobStaticWebsite
        {
            Enabled = true,
            IndexDocument = IndexDocument,
            ErrorDocument404Path = ErrorDocument,
        };
        await clients.SiteBlobs.SetPropertiesAsync(properties, cancellation);
    }

    private static async Task EnsureContainerAsync(
        BlobServiceClient service, string name, CancellationToken cancellation) =>
        await service.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation);

    private async Task EnsureQueueAsync(string name, CancellationToken cancellation) =>
        await clients.Queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation);
}
