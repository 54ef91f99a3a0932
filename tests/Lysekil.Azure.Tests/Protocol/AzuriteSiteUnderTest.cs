using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Lysekil.Azure.Blobs;
using Lysekil.Azure.Queues;
using Lysekil.Azure.Tables;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Protocol;

/// <summary>A site on Azurite whose messages are handled one after the other.</summary>
internal sealed class AzuriteSiteUnderTest : ISiteUnderTest
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.FromHours(2)));
    private readonly PublishingEngine _engine;
    private readonly BlobContainerClient _content;
    private readonly BlobContainerClient _web;
    private readonly QueueClient _events;
    private readonly QueueClient _refreshes;

    private AzuriteSiteUnderTest(
        BlobContainerClient content,
        BlobContainerClient web,
        QueueClient events,
        QueueClient refreshes,
        SiteStorage storage)
    {
        (_content, _web, _events, _refreshes) = (content, web, events, refreshes);
        _engine = new PublishingEngine(storage, _clock, NullLoggerFactory.Instance);
    }

    public static async Task<AzuriteSiteUnderTest> CreateAsync(AzuriteFixture azurite)
    {
        var (content, web) = (await azurite.ContainerAsync(), await azurite.ContainerAsync());
        var events = await azurite.QueueAsync(QueueMessageEncoding.Base64);
        var refreshes = await azurite.QueueAsync(QueueMessageEncoding.Base64);
        var storage = new SiteStorage(
            new AzureBlobContainer(content, BlobTraits.Metadata | BlobTraits.Tags),
            new AzureBlobContainer(await azurite.ContainerAsync()),
            new AzureBlobContainer(web),
            new AzureBlobContainer(await azurite.ContainerAsync()),
            new AzureTable(await azurite.TableAsync(), "site"),
            new AzureQueue(events),
            new AzureQueue(refreshes),
            new AzurePoisonQueue(await azurite.QueueAsync(QueueMessageEncoding.None)),
            new AzurePoisonQueue(await azurite.QueueAsync(QueueMessageEncoding.None)));
        return new AzuriteSiteUnderTest(content, web, events, refreshes, storage);
    }

    public async Task UploadAsync(string path, string text)
    {
        await _content.GetBlobClient(path).UploadAsync(BinaryData.FromString(text), overwrite: true);
        await _events.SendMessageAsync(ContentEvent.Publish(new SourcePath(path)));
    }

    public async Task DeleteAsync(string path)
    {
        await _content.DeleteBlobAsync(path);
        await _events.SendMessageAsync(ContentEvent.Publish(new SourcePath(path)));
    }

    public async Task SettleAsync()
    {
        while (await HandleAsync(_events, m => _engine.ContentEvents.HandleAsync(m, default))
            || await HandleAsync(_refreshes, m => _engine.PageRefreshes.HandleAsync(m, default)))
        {
        }
    }

    public async Task WaitAsync(TimeSpan time)
    {
        _clock.Advance(time);
        await _engine.Schedule.PublishDueAsync(default);
        await SettleAsync();
    }

    public async Task<IReadOnlyDictionary<string, (string ETag, string Text)>> PagesAsync()
    {
        var pages = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        await foreach (var blob in _web.GetBlobsAsync())
        {
            var page = (await _web.GetBlobClient(blob.Name).DownloadContentAsync()).Value;
            pages[blob.Name] = (page.Details.ETag.ToString(), page.Content.ToString());
        }

        return pages;
    }

    public async Task<IReadOnlyDictionary<string, string>> TagsAsync(string path) =>
        (await _content.GetBlobClient(path).GetTagsAsync()).Value.Tags.ToDictionary();

    private static async Task<bool> HandleAsync(QueueClient queue, Func<ReceivedMessage, Task> handle)
    {
        var messages = (await queue.ReceiveMessagesAsync(maxMessages: 16)).Value;
        foreach (var message in messages)
        {
            await handle(new ReceivedMessage(message.MessageText, (int)message.DequeueCount));
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
        }

        return messages.Length > 0;
    }
}
