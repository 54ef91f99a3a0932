using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Queues;

/// <summary>What every <see cref="IPoisonQueue"/> does.</summary>
public abstract class PoisonQueueContract
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_message_has_the_text_that_was_sent_and_is_hidden_from_others()
    {
        var queue = await CreateAsync();
        await PutAsync(Convert.ToBase64String("{\"publish\":\"höstmöte.md\"}"u8));

        var received = Assert.Single(await queue.ReceiveAsync(32, Minute, Never));
        Assert.Equal("{\"publish\":\"höstmöte.md\"}", received.Text);
        Assert.Empty(await queue.ReceiveAsync(32, Minute, Never));
    }

    [Theory]
    [InlineData("inte base64!")]
    [InlineData("/////w==")] // Not UTF-8.
    public async Task A_body_that_is_not_text_is_returned_unchanged(string body)
    {
        var queue = await CreateAsync();
        await PutAsync(body);

        var message = Assert.Single(await queue.ReceiveAsync(32, Minute, Never));

        Assert.Equal((null, body), (message.Text, message.Body));
    }

    [Fact]
    public async Task A_message_shows_again_unless_it_is_deleted()
    {
        var queue = await CreateAsync();
        await PutAsync("YQ==");
        await PutAsync("Yg==");
        var received = await queue.ReceiveAsync(32, Second, Never);
        Assert.Equal(["a", "b"], received.Select(m => m.Text).Order(StringComparer.Ordinal));
        await queue.DeleteAsync(received.Single(m => m.Text == "a"), Never);

        await AWhileAsync();

        Assert.Equal("b", Assert.Single(await queue.ReceiveAsync(32, Minute, Never)).Text);
    }

    [Fact]
    public async Task Deleting_a_message_of_another_receiver_has_no_effect()
    {
        var queue = await CreateAsync();
        await PutAsync("YQ==");
        var first = Assert.Single(await queue.ReceiveAsync(32, Second, Never));
        await AWhileAsync();
        var second = Assert.Single(await queue.ReceiveAsync(32, Second, Never));

        await queue.DeleteAsync(first, Never);
        await AWhileAsync();
        var third = Assert.Single(await queue.ReceiveAsync(32, Minute, Never));

        await queue.DeleteAsync(third, Never);
        await queue.DeleteAsync(third, Never);
        Assert.NotEqual(second.Receipt, third.Receipt);
    }

    [Fact]
    public async Task At_most_the_requested_number_of_messages_is_received()
    {
        var queue = await CreateAsync();
        await PutAsync("YQ==");
        await PutAsync("Yg==");

        Assert.Single(await queue.ReceiveAsync(1, Minute, Never));
        Assert.Single(await queue.ReceiveAsync(32, Minute, Never));
    }

    /// <summary>An empty queue, which <see cref="PutAsync"/> puts messages into.</summary>
    protected abstract Task<IPoisonQueue> CreateAsync();

    /// <summary>Sends a message with this body, without encoding it.</summary>
    protected abstract Task PutAsync(string body);

    /// <summary>Lets more than a second pass.</summary>
    protected abstract Task AWhileAsync();
}
