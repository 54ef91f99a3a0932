using Azure.Storage.Queues;
using Lysekil.Azure.Queues;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Queues;

[Collection(AzuriteCollection.Name)]
public sealed class AzureQueueTests(AzuriteFixture azurite) : QueueContract
{
    private readonly CallCounter _counter = new();

    private QueueClient? _client;

    [Fact]
    public async Task A_message_never_expires_and_is_sent_in_one_call()
    {
        var queue = await CreateAsync();
        _counter.Reset();

        await queue.SendAsync("a", TimeSpan.Zero, CancellationToken.None);

        Assert.Equal(1, _counter.Calls);
        Assert.Equal(9_999, (await _client!.PeekMessageAsync()).Value.ExpiresOn?.Year);
    }

    protected override async Task<IQueue> CreateAsync()
    {
        _client = await azurite.QueueAsync(QueueMessageEncoding.Base64, _counter);
        return new AzureQueue(_client);
    }

    protected override async Task<string?> ReceiveAsync() =>
        (await _client!.ReceiveMessageAsync(TimeSpan.FromMinutes(1))).Value?.Body.ToString();

    protected override Task AWhileAsync() => Task.Delay(TimeSpan.FromSeconds(2));
}
