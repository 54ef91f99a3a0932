using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Lysekil.Azure.Connections;
using Lysekil.Azure.Setup;
using Lysekil.Local.Azurite;
using Lysekil.Local.Pump;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Storage;

/// <summary>A site's storage, with all its containers, tables and queues in place.</summary>
internal sealed class OpenStorage : IAsyncDisposable
{
    private readonly AzuriteProcess? _azurite;

    private OpenStorage(SiteStorage site, string connection, string description, AzuriteProcess? azurite)
    {
        _azurite = azurite;
        Site = site;
        Description = description;
        ContentAddress = new BlobContainerClient(connection, StorageNames.Content).Uri;
        ContentEvents = QueueOf(connection, StorageNames.ContentEvents);
        PageRefreshes = QueueOf(connection, StorageNames.PageRefreshes);
    }

    public SiteStorage Site { get; private set; }

    /// <summary>Which storage this is, for people.</summary>
    public string Description { get; }

    /// <summary>The content container's address.</summary>
    public Uri ContentAddress { get; }

    /// <summary>The receiving end of the queue that wakes publishing.</summary>
    public IPumpedQueue ContentEvents { get; }

    /// <summary>The receiving end of the queue that wakes refreshing.</summary>
    public IPumpedQueue PageRefreshes { get; }

    /// <param name="connection">A connection string.</param>
    /// <param name="description">Which storage it is.</param>
    /// <param name="azurite">The process to end with this; also when opening fails.</param>
    /// <param name="cancellation">Ends the opening.</param>
    public static async Task<OpenStorage> OpenAsync(
        string connection, string description, AzuriteProcess? azurite, CancellationToken cancellation)
    {
        try
        {
            var account = new StorageConnection.WithKey(connection);
            var clients = new SiteStorageClients(new SiteStorageOptions(account, account));
            await new SiteStorageSetup(clients).EnsureAsync(cancellation);
            return new OpenStorage(clients.ToSiteStorage(), connection, description, azurite);
        }
        catch
        {
            if (azurite is not null)
            {
                await azurite.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Has the content container seen through something that knows more of its blobs.</summary>
    public void ReadContentThrough(Func<IBlobContainer, IBlobContainer> view) =>
        Site = Site with { Content = view(Site.Content) };

    /// <summary>Keeps nothing of the archive, which no other process reads: for whoever publishes to be done with the storage.</summary>
    public void LeaveArchiveUnkept() => Site = Site with { Index = new UnkeptTable() };

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static StorageQueue QueueOf(string connection, string name)
    {
        var unencoded = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        return new StorageQueue(
            new QueueClient(connection, name, unencoded),
            new QueueClient(connection, StorageNames.PoisonOf(name), unencoded));
    }
}
