using Azure;
using Azure.Storage.Queues;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Queues;

/// <summary>A poison queue in Queue Storage.</summary>
/// <param name="client">A client without an encoding: a message may be here because it cannot be decoded.</param>
public sealed class AzurePoisonQueue(QueueClient client) : IPoisonQueue
{
    public async Task<IReadOnlyList<PoisonedMessage>> ReceiveAsync(
        int most, TimeSpan hidden, CancellationToken cancellation)
    {
        var received = await client.ReceiveMessagesAsync(most, hidden, cancellation);
        return [.. received.Value.Select(message =>
            new PoisonedMessage(message.MessageId, message.PopReceipt, message.Body.ToString()))];
    }

    public async Task DeleteAsync(PoisonedMessage message, CancellationToken cancellation)
    {
        try
        {
            await client.DeleteMessageAsync(message.Id, message.Receipt, cancellation);
        }
        catch (RequestFailedException lost) when (lost.IsLeaseLost())
        {
            // Another instance has received the message since, and deletes it.
        }
    }
}
