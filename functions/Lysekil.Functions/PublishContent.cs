using Azure.Storage.Queues.Models;
using Lysekil.Azure.Connections;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Functions;

/// <summary>Something happened to a source: brings the archive in step with it.</summary>
internal sealed class PublishContent(PublishingEngine engine)
{
    [Function(nameof(PublishContent))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.ContentEvents, Connection = SiteStorageOptions.ContentName)] QueueMessage message,
        CancellationToken cancellation) =>
        engine.ContentEvents.HandleAsync(new ReceivedMessage(message.Body.ToString(), (int)message.DequeueCount, message.InsertedOn), cancellation);
}
