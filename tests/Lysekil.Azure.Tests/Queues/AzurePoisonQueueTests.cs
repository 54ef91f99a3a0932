using Azure.Storage.Queues;
using Lysekil.Azure.Queues;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Queues;

[Collection(AzuriteCollection.Name)]
public sealed class AzurePoisonQueueTests(AzuriteFixture azurite) : PoisonQueueContract
{
    private QueueClient? _client;

    protected override async Task<IPoisonQueue> CreateAsync()
    {
        _client = await azurite.QueueAsync(QueueMessageEncoding.None);
        return new AzurePoisonQueue(_client);
    }

    protected override Task PutAsync(string body) => _client!.SendMessageAsync(body);

    protected override Task AWhileAsync() => Task.Delay(TimeSpan.FromSeconds(2));
}
