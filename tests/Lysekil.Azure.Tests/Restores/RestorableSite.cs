using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Lysekil.Azure.Blobs;
using Lysekil.Azure.Queues;
using Lysekil.Azure.Tables;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Restores;

/// <summary>
/// A site on Azurite of which any part can be lost or taken back, and which only its timers bring back. Its clock is
/// ahead of the storage's, by the hours for which the timers have fired.
/// </summary>
internal sealed class RestorableSite
{
    private const string Partition = "site";
    private const int MostFailures = 100;

    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly QueueClient[] _queues;

    private RestorableSite(
        BlobContainerClient content,
        BlobContainerClient accepted,
        BlobContainerClient web,
        BlobContainerClient desk,
        TableClient index,
        QueueClient[] queues,
        QueueClient[] poison)
    {
        (Content, Accepted, Web, Index, _queues) = (content, accepted, web, index, queues);
        var storage = new SiteStorage(
            new AzureBlobContainer(content, BlobTraits.Metadata | BlobTraits.Tags),
            new AzureBlobContainer(accepted),
            new AzureBlobContainer(web),
            new AzureBlobContainer(desk),
            new AzureTable(index, Partition),
            new AzureQueue(queues[0]),
            new AzureQueue(queues[1]),
            new AzurePoisonQueue(poison[0]),
            new AzurePoisonQueue(poison[1]));
        Engine = new PublishingEngine(
            storage with { Web = Watched = new WatchedContainer(storage.Web) },
            _clock,
            NullLoggerFactory.Instance,
            new PublishingOptions { Rest = TimeSpan.Zero, ReconcileOverdueAfter = null });
    }

    public BlobContainerClient Content { get; }

    public BlobContainerClient Accepted { get; }

    public BlobContainerClient Web { get; }

    public TableClient Index { get; }

    public PublishingEngine Engine { get; }

    /// <summary>The pages that the engine has deleted.</summary>
    public WatchedContainer Watched { get; }

    public static async Task<RestorableSite> CreateAsync(AzuriteFixture azurite) => new(
        await azurite.ContainerAsync(),
        await azurite.ContainerAsync(),
        await azurite.ContainerAsync(),
        await azurite.ContainerAsync(),
        await azurite.TableAsync(),
        [
            await azurite.QueueAsync(QueueMessageEncoding.Base64),
            await azurite.QueueAsync(QueueMessageEncoding.Base64),
        ],
        [
            await azurite.QueueAsync(QueueMessageEncoding.None), await azurite.QueueAsync(QueueMessageEncoding.None),
        ]);

    public Task UploadAsync(string path, string text) => UploadAsync(path, BinaryData.FromString(text));

    public async Task UploadAsync(string path, BinaryData content)
    {
        await Content.GetBlobClient(path).UploadAsync(content, overwrite: true);
        await _queues[0].SendMessageAsync(ContentEvent.Publish(new SourcePath(path)));
    }

    public async Task DeleteAsync(string path)
    {
        await Content.DeleteBlobAsync(path);
        await _queues[0].SendMessageAsync(ContentEvent.Publish(new SourcePath(path)));
    }

    /// <summary>Both timers, some hours long.</summary>
    public async Task ReconcileAsync()
    {
        for (var hour = 0; hour < 4; hour++)
        {
            await ReconcileSourcesAsync();
            await SettleAsync();
            await Engine.Reconciler.ReconcilePagesAsync(default);
            await SettleAsync();
        }
    }

    /// <summary>The timer of the sources fires; nothing of what it sends is handled.</summary>
    public Task ReconcileSourcesAsync()
    {
        _clock.Advance(TimeSpan.FromHours(1));
        return Engine.Reconciler.ReconcileSourcesAsync(default);
    }

    /// <summary>Handles messages until there are none. One that fails shows again at once.</summary>
    public async Task SettleAsync()
    {
        var failures = 0;
        while (await HandleAsync(_queues[0], m => Engine.ContentEvents.HandleAsync(m, default))
            || await HandleAsync(_queues[1], m => Engine.PageRefreshes.HandleAsync(m, default)))
        {
        }

        async Task<bool> HandleAsync(QueueClient queue, Func<ReceivedMessage, Task> handle)
        {
            var messages = (await queue.ReceiveMessagesAsync(maxMessages: 16)).Value;
            foreach (var message in messages)
            {
                await HandleOneAsync(queue, message, handle);
            }

            return messages.Length > 0;
        }

        async Task HandleOneAsync(QueueClient queue, QueueMessage message, Func<ReceivedMessage, Task> handle)
        {
            try
            {
                await handle(new ReceivedMessage(message.MessageText, (int)message.DequeueCount));
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
            catch (Exception) when (++failures < MostFailures)
            {
                await queue.UpdateMessageAsync(
                    message.MessageId, message.PopReceipt, message.Body, visibilityTimeout: TimeSpan.Zero);
            }
        }
    }

    public Task LoseMessagesAsync() => Task.WhenAll(_queues.Select(q => q.ClearMessagesAsync()));

    public async Task LoseRowsAsync()
    {
        await foreach (var row in Index.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"]))
        {
            await Index.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }

    /// <summary>Loses every blob of a container, or every second one.</summary>
    public static async Task LoseAsync(BlobContainerClient container, int each = 1)
    {
        foreach (var (at, name) in (await NamesAsync(container)).Index())
        {
            if (at % each == 0)
            {
                await container.DeleteBlobAsync(name);
            }
        }
    }

    /// <summary>All blobs of a container with their names, content and headers.</summary>
    public static async Task<List<(string Name, BlobDownloadResult Blob)>> BlobsAsync(BlobContainerClient container)
    {
        var blobs = new List<(string, BlobDownloadResult)>();
        foreach (var name in await NamesAsync(container))
        {
            blobs.Add((name, (await container.GetBlobClient(name).DownloadContentAsync()).Value));
        }

        return blobs;
    }

    /// <summary>The site's pages: each page's bytes in Base64, by its name.</summary>
    public async Task<SortedDictionary<string, string>> PagesAsync() => new(
        (await BlobsAsync(Web)).ToDictionary(
            b => b.Name, b => Convert.ToBase64String(b.Blob.Content), StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static async Task<List<string>> NamesAsync(BlobContainerClient container)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return names;
    }
}
