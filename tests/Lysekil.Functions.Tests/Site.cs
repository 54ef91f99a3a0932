using Azure.Storage.Queues.Models;
using Lysekil.Publishing.Engine;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Functions.Tests;

/// <summary>A site on simulated storage in October 2019, for tests of the functions.</summary>
internal sealed class Site
{
    /// <summary>The source that <see cref="Article"/> is uploaded as.</summary>
    public const string Source = "artiklar/2019/2019-10-05-ny-brygga.md";
    public const string Page = "2019/10/ny-brygga/index.html";
    public const string Article = "# Ny brygga i Fiskebäckskil\n\nKommunen bygger en brygga till.\n";

    public Site()
    {
        Storage = new SimulatedStorage(Clock);
        Engine = new PublishingEngine(
            Storage.Site, Clock, NullLoggerFactory.Instance, new PublishingOptions { Rest = TimeSpan.Zero });
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2019, 10, 6, 12, 0, 0, TimeSpan.Zero));

    public SimulatedStorage Storage { get; }

    public PublishingEngine Engine { get; }

    /// <summary>The texts of the queue's messages.</summary>
    public IEnumerable<string> ContentEvents => Storage.ContentEvents.Messages.Select(message => message.Text);

    /// <inheritdoc cref="ContentEvents"/>
    public IEnumerable<string> PageRefreshes => Storage.PageRefreshes.Messages.Select(message => message.Text);

    /// <summary>The event that Event Grid sends for a blob of the content container.</summary>
    public static string Event(string source, string type = "Microsoft.Storage.BlobCreated") =>
        $$"""
        {
          "topic": "/subscriptions/0/resourceGroups/lysekil/providers/Microsoft.Storage/storageAccounts/lysekil",
          "subject": "/blobServices/default/containers/content/blobs/{{source}}",
          "eventType": "{{type}}",
          "eventTime": "2019-10-06T12:00:00.0000000Z",
          "id": "6d1c1b0e-8a3c-4d0f-9a53-0c8f2a4f6d11",
          "data": {
            "api": "PutBlob", "contentType": "text/markdown", "contentLength": 61, "blobType": "BlockBlob",
            "url": "https://lysekil.blob.core.windows.net/content/{{source}}",
            "sequencer": "00000000000000000000000000001"
          },
          "dataVersion": "", "metadataVersion": "1"
        }
        """;

    /// <summary>A message as the worker hands it to a function: decoded.</summary>
    public static QueueMessage Message(string text, int dequeueCount = 1) =>
        QueuesModelFactory.QueueMessage("id", "receipt", text, dequeueCount);

    /// <summary>Uploads a source, and runs the function that its event triggers.</summary>
    public Task PublishAsync(string source, string text)
    {
        Storage.Content.Put(source, text);
        return new PublishContent(Engine).RunAsync(Message(Event(source)), default);
    }

    /// <summary>Handles all messages, those about sources first.</summary>
    public async Task RefreshAsync()
    {
        while (Storage.ContentEvents.TryReceive(TimeSpan.FromMinutes(1)) is { } received)
        {
            await new PublishContent(Engine).RunAsync(Message(received.Text, received.DequeueCount), default);
            Storage.ContentEvents.Delete(received);
        }

        while (Storage.PageRefreshes.TryReceive(TimeSpan.FromMinutes(1)) is { } received)
        {
            await new RefreshPage(Engine).RunAsync(Message(received.Text, received.DequeueCount), default);
            Storage.PageRefreshes.Delete(received);
        }
    }
}
