using Lysekil.Local.Pump;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Local.Tests.Pump;

public sealed class InMemoryQueueTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly InMemoryQueue _queue;

    public InMemoryQueueTests() => _queue = new InMemoryQueue("memory", _clock);

    [Fact]
    public async Task A_message_is_received_once_and_again_when_its_lease_is_over()
    {
        await SendAsync("å");
        var first = Assert.Single(await ReceiveAsync());
        Assert.Empty(await ReceiveAsync());
        _clock.Advance(Lease);
        var second = Assert.Single(await ReceiveAsync());

        Assert.Equal((1, 2), (first.Attempt, second.Attempt));
        Assert.Equal("å", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(second.Body.ToString())));
    }

    [Fact]
    public async Task A_lost_lease_neither_hides_nor_deletes_the_message()
    {
        await SendAsync("a");
        var lost = Assert.Single(await ReceiveAsync());
        _clock.Advance(Lease);
        await ReceiveAsync();

        Assert.Null(await _queue.HideAsync(lost, Lease, default));
        await _queue.DeleteAsync(lost, default);
        Assert.Equal(1, await _queue.CountAsync(default));
    }

    [Fact]
    public async Task A_renewed_lease_lasts_from_its_renewal()
    {
        await SendAsync("a");
        var held = Assert.Single(await ReceiveAsync());
        _clock.Advance(Lease / 2);
        held = (await _queue.HideAsync(held, Lease, default))!;
        _clock.Advance(Lease / 2);

        Assert.Empty(await ReceiveAsync());
        await _queue.DeleteAsync(held, default);
        _clock.Advance(Lease);
        Assert.Empty(await ReceiveAsync());
        Assert.Equal(0, await _queue.CountAsync(default));
    }

    [Fact]
    public async Task A_lease_of_zero_shows_the_message_at_once()
    {
        await SendAsync("a");
        await _queue.HideAsync(Assert.Single(await ReceiveAsync()), TimeSpan.Zero, default);

        Assert.Equal(2, Assert.Single(await ReceiveAsync()).Attempt);
    }

    [Fact]
    public async Task A_delayed_message_is_counted_but_not_received_before_its_time()
    {
        await _queue.SendAsync("a", Lease, default);
        Assert.Empty(await ReceiveAsync());
        Assert.Equal(1, await _queue.CountAsync(default));
        _clock.Advance(Lease);

        Assert.Single(await ReceiveAsync());
    }

    [Fact]
    public async Task A_poisoned_message_is_gone_and_counted()
    {
        await SendAsync("a");
        await _queue.PoisonAsync(Assert.Single(await ReceiveAsync()), default);

        Assert.Equal((0, 1), (await _queue.CountAsync(default), await _queue.CountPoisonedAsync(default)));
    }

    [Fact]
    public async Task At_most_the_requested_number_of_messages_is_received()
    {
        await SendAsync("a");
        await SendAsync("b");
        await SendAsync("c");

        Assert.Equal(2, (await _queue.ReceiveAsync(2, Lease, default)).Count);
        Assert.Single(await ReceiveAsync());
    }

    private Task SendAsync(string message) => _queue.SendAsync(message, TimeSpan.Zero, default);

    private Task<IReadOnlyList<PumpedMessage>> ReceiveAsync() => _queue.ReceiveAsync(32, Lease, default);
}
