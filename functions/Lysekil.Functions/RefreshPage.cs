using Azure.Storage.Queues.Models;
using Lysekil.Azure.Connections;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Functions;

/// <summary>Refreshes the pages that a message of the queue names, and continues rebuilds.</summary>
internal sealed class RefreshPage(PublishingEngine engine)
{
    [Function(nameof(RefreshPage))]
    public Task RunAsync(
        [QueueTrigger(StorageNames.PageRefreshes, Connection = SiteStorageOptions.ContentName)] QueueMessage message,
        CancellationToken cancellation) =>
        GracePeriod.RunAsync(
            ending => engine.PageRefreshes.HandleAsync(
                new ReceivedMessage(message.Body.ToString(), (int)message.DequeueCount, message.InsertedOn), ending),
            cancellation);
}
