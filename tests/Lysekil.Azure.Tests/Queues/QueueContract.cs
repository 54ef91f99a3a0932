using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Queues;

/// <summary>What every <see cref="IQueue"/> does.</summary>
public abstract class QueueContract
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory]
    [InlineData("/2019/10/valkyriornas-hostmote/index.html")]
    [InlineData("{\"subject\":\"artiklar/höstmöte.md\"}\n<&>")]
    public async Task A_message_arrives_as_it_was_sent(string message)
    {
        var queue = await CreateAsync();

        await queue.SendAsync(message, TimeSpan.Zero, Never);

        Assert.Equal(message, await ReceiveAsync());
        Assert.Null(await ReceiveAsync());
    }

    [Fact]
    public async Task A_delayed_message_does_not_show_before_its_time()
    {
        var queue = await CreateAsync();

        await queue.SendAsync("later", TimeSpan.FromSeconds(1), Never);

        Assert.Null(await ReceiveAsync());
        await AWhileAsync();
        Assert.Equal("later", await ReceiveAsync());
    }

    [Fact]
    public async Task A_message_may_wait_for_seven_days_and_no_longer()
    {
        var queue = await CreateAsync();

        await queue.SendAsync("next week", TimeSpan.FromDays(7), Never);

        Assert.Null(await ReceiveAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => queue.SendAsync("never", TimeSpan.FromDays(8), Never));
        await Assert.ThrowsAnyAsync<Exception>(() => queue.SendAsync("past", TimeSpan.FromDays(-1), Never));
    }

    [Fact]
    public async Task A_message_has_up_to_48_KiB()
    {
        var queue = await CreateAsync();
        var largest = new string('å', 24 * 1_024);

        await queue.SendAsync(largest, TimeSpan.Zero, Never);

        Assert.Equal(largest, await ReceiveAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => queue.SendAsync(largest + "å", TimeSpan.Zero, Never));
    }

    [Fact]
    public async Task A_held_message_is_withdrawn_before_it_shows()
    {
        var queue = await CreateAsync();

        var withdrawn = await queue.HoldAsync("withdrawn", TimeSpan.FromSeconds(1), Never);
        var held = await queue.HoldAsync("held", TimeSpan.FromSeconds(1), Never);
        await queue.WithdrawAsync(withdrawn!, Never);

        Assert.Null(await ReceiveAsync());
        await AWhileAsync();
        Assert.Equal("held", await ReceiveAsync());
        Assert.Null(await ReceiveAsync());
        await queue.WithdrawAsync(withdrawn!, Never); // It is gone.
        await queue.WithdrawAsync(held!, Never); // It was received.
    }

    /// <summary>An empty queue, which <see cref="ReceiveAsync"/> receives from.</summary>
    protected abstract Task<IQueue> CreateAsync();

    /// <summary>The next message as the functions host reads it; <c>null</c> if none shows.</summary>
    protected abstract Task<string?> ReceiveAsync();

    /// <summary>Lets more than a second pass.</summary>
    protected abstract Task AWhileAsync();
}
