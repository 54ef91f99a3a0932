using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Lysekil.Local.Azurite;

namespace Lysekil.Azure.Tests.Azurite;

/// <summary>One Azurite in memory for all tests of the collection; each test has containers of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private static int _names;

    private AzuriteProcess? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    internal AzuriteInstallation? Installation { get; private set; }

    public async Task InitializeAsync()
    {
        Installation = await AzuriteInstallation.EnsureAsync(
            AzuriteInstallation.DefaultFolder, Console.WriteLine, CancellationToken.None);
        _azurite = await AzuriteProcess.StartAsync(Installation, new AzuriteOptions(), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (_azurite is not null) { await _azurite.DisposeAsync(); }
    }

    public async Task<BlobContainerClient> ContainerAsync(CallCounter? counter = null)
    {
        var service = new BlobServiceClient(ConnectionString, Counted(new BlobClientOptions(), counter));
        var container = service.GetBlobContainerClient(Name());
        await container.CreateAsync();
        return container;
    }

    public async Task<TableClient> TableAsync(CallCounter? counter = null)
    {
        var service = new TableServiceClient(ConnectionString, Counted(new TableClientOptions(), counter));
        var table = service.GetTableClient(Name());
        await table.CreateAsync();
        return table;
    }

    public async Task<QueueClient> QueueAsync(QueueMessageEncoding encoding, CallCounter? counter = null)
    {
        var options = Counted(new QueueClientOptions { MessageEncoding = encoding }, counter);
        var queue = new QueueServiceClient(ConnectionString, options).GetQueueClient(Name());
        await queue.CreateAsync();
        return queue;
    }

    private static string Name() => $"test{Interlocked.Increment(ref _names)}";

    private static TOptions Counted<TOptions>(TOptions options, CallCounter? counter)
        where TOptions : ClientOptions
    {
        if (counter is not null) { options.AddPolicy(counter, HttpPipelinePosition.PerRetry); }
        return options;
    }
}
