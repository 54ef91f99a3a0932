using Azure.Storage.Queues.Models;
using Lysekil.Azure.Connections;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Functions;

/// <summary>Publishes the sources that a message of the queue names.</summary>
internal sealed class PublishContent(PublishingEngine engine)
{
    [Function(nameof(PublishContent))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.ContentEvents, Connection = SiteStorageOptions.ContentName)] QueueMessage message,
        CancellationToken cancellation) =>
        GracePeriod.RunAsync(
            ending => engine.ContentEvents.HandleAsync(
                new ReceivedMessage(message.Body.ToString(), (int)message.DequeueCount, message.InsertedOn), ending),
            cancellation);
}
