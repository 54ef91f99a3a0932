using Azure;
using Azure.Storage.Queues;
using Lysekil.Azure.Queues;

namespace Lysekil.Local.Pump;

/// <summary>A queue in Azure Storage, with its poison queue.</summary>
/// <param name="queue">A client without an encoding: the pump decodes, and poisons what is not encoded.</param>
/// <param name="poison">The poison queue, created with the site's storage.</param>
internal sealed class StorageQueue(QueueClient queue, QueueClient poison) : IPumpedQueue
{
    /// <summary>The service reads -1 second as "no expiry".</summary>
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    public string Name => queue.Name;

    public async Task<IReadOnlyList<PumpedMessage>> ReceiveAsync(
        int most, TimeSpan lease, CancellationToken cancellation)
    {
        var received = await queue.ReceiveMessagesAsync(most, lease, cancellation);
        return [.. received.Value.Select(message => new PumpedMessage(
            message.MessageId, message.PopReceipt, (int)message.DequeueCount, message.Body, message.InsertedOn))];
    }

    public async Task<PumpedMessage?> HideAsync(
        PumpedMessage message, TimeSpan lease, CancellationToken cancellation)
    {
        try
        {
            var update = await queue.UpdateMessageAsync(
                message.Id, message.Receipt, message.Body, lease, cancellation);
            return message with { Receipt = update.Value.PopReceipt };
        }
        catch (RequestFailedException lost) when (lost.IsLeaseLost())
        {
            return null;
        }
    }

    public async Task DeleteAsync(PumpedMessage message, CancellationToken cancellation)
    {
        try
        {
            await queue.DeleteMessageAsync(message.Id, message.Receipt, cancellation);
        }
        catch (RequestFailedException lost) when (lost.IsLeaseLost())
        {
            // Another process has received the message since, and finds nothing left to do.
        }
    }

    public async Task PoisonAsync(PumpedMessage message, CancellationToken cancellation)
    {
        await poison.SendMessageAsync(message.Body, timeToLive: Never, cancellationToken: cancellation);
        await DeleteAsync(message, cancellation);
    }

    public Task<int> CountAsync(CancellationToken cancellation) => CountAsync(queue, cancellation);

    public Task<int> CountPoisonedAsync(CancellationToken cancellation) => CountAsync(poison, cancellation);

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellation) =>
        (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
}
