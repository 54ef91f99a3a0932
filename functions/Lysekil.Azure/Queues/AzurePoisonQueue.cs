using Azure;
using Azure.Storage.Queues;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Queues;

/// <summary>A poison queue in Queue Storage.</summary>
/// <param name="client">Without an encoding: what lies here may be there because nobody could decode it.</param>
public sealed class AzurePoisonQueue(QueueClient client) : IPoisonQueue
{
    public async Task<IReadOnlyList<PoisonedMessage>> ReceiveAsync(int most, TimeSpan hidden, CancellationToken cancellation)
    {
        var received = await client.ReceiveMessagesAsync(most, hidden, cancellation);
        return [.. received.Value.Select(message => new PoisonedMessage(message.MessageId, message.PopReceipt, message.Body.ToString()))];
    }

    public async Task DeleteAsync(PoisonedMessage message, CancellationToken cancellation)
    {
        try
        {
            await client.DeleteMessageAsync(message.Id, message.Receipt, cancellation);
        }
        catch (RequestFailedException lost) when (lost.IsLeaseLost())
        {
            // Somebody else has it now, and does with it what we did.
        }
    }
}
