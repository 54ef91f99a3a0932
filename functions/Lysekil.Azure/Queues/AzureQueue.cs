using Azure;
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

    public async Task<MessageReceipt?> HoldAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var sent = await client.SendMessageAsync(message, visibilityTimeout: delay, timeToLive: Never, cancellation);
        return new MessageReceipt(sent.Value.MessageId, sent.Value.PopReceipt);
    }

    public async Task WithdrawAsync(MessageReceipt receipt, CancellationToken cancellation)
    {
        try
        {
            await client.DeleteMessageAsync(receipt.Id, receipt.Receipt, cancellation);
        }
        catch (RequestFailedException lost) when (lost.IsLeaseLost())
        {
            // It has become visible, and the instance that received it deletes it.
        }
    }
}
