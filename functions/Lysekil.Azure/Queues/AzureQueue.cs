using Azure.Storage.Queues;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Queues;

/// <summary>A queue in Queue Storage. Messages do not expire: they may wait until a function is repaired.</summary>
/// <param name="client">Encodes messages in base64 (<see cref="QueueMessageEncoding.Base64"/>).</param>
public sealed class AzureQueue(QueueClient client) : IQueue
{
    // The service reads -1 second as "no expiry".
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        client.SendMessageAsync(message, visibilityTimeout: delay, timeToLive: Never, cancellation);
}
