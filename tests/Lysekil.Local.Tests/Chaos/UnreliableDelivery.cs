using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>Receives messages of the site's queues, and loses, doubles or delays them.</summary>
internal sealed class UnreliableDelivery(IReadOnlyList<QueueClient> queues, Random random)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public int Late { get; private set; }

    /// <summary>Runs until <paramref name="over"/> is set.</summary>
    public async Task RunAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(random.Next(100, 900), over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var queue = queues[random.Next(queues.Count)];
            var received = await queue.ReceiveMessagesAsync(random.Next(1, 9), Lease, CancellationToken.None);
            foreach (var message in received.Value)
            {
                await DeliverAsync(queue, message);
            }
        }
    }

    /// <summary>Loses all messages, also those that a dead runner had received.</summary>
    public async Task LoseAllAsync()
    {
        foreach (var queue in queues)
        {
            Lost += (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
            await queue.ClearMessagesAsync();
        }
    }

    private async Task DeliverAsync(QueueClient queue, QueueMessage message)
    {
        switch (random.Next(3))
        {
            case 0:
                Lost++;
                break;
            case 1:
                await queue.SendMessageAsync(message.Body);
                await queue.SendMessageAsync(message.Body);
                Doubled++;
                break;
            default:
                await queue.SendMessageAsync(message.Body, visibilityTimeout: TimeSpan.FromSeconds(random.Next(1, 9)));
                Late++;
                break;
        }

        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }
}
