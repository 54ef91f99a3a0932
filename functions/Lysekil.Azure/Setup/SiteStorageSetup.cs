using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Setup;

/// <summary>
/// Makes what a site is stored in: for the local runner, for tests, and after a deployment, where the website can
/// only be switched on here (it is no resource of the control plane). Leaves alone what is there.
/// </summary>
public sealed class SiteStorageSetup(SiteStorageClients clients)
{
    private const string IndexDocument = "index.html";
    private const string ErrorDocument = "404.html";

    /// <summary>Containers, table, queues with their poison queues, and the static website.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        // In Azure this makes $web too.
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

    // Read, change, write: properties made from nothing would reset the account's others, such as soft delete.
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
