using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Queues;

public sealed class SimulatedQueueTests : QueueContract
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly SimulatedQueue _queue;

    public SimulatedQueueTests() => _queue = new(_clock);

    [Fact]
    public async Task A_message_that_is_not_finished_in_time_shows_again()
    {
        await SendAsync("a");

        var first = _queue.TryReceive(Minute)!;
        Assert.Null(_queue.TryReceive(Minute));
        _clock.Advance(Minute);
        var second = _queue.TryReceive(Minute)!;

        Assert.Equal((1, 2), (first.DequeueCount, second.DequeueCount));
        Assert.False(_queue.Delete(first));
        Assert.True(_queue.Delete(second));
        Assert.False(_queue.Delete(second));
        Assert.Empty(_queue.Messages);
    }

    [Fact]
    public async Task A_failed_message_shows_again_after_a_delay_and_is_poisoned_at_last()
    {
        await SendAsync("a");

        for (var tries = 1; tries <= SimulatedQueue.MaxAttempts; tries++)
        {
            var received = _queue.TryReceive(Minute);
            Assert.Equal(tries, received?.DequeueCount);
            Assert.True(_queue.Fail(received!, TimeSpan.FromSeconds(10)));
            Assert.Null(_queue.TryReceive(Minute));
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(["a"], _queue.Poison);
        Assert.Empty(_queue.Messages);
    }

    [Fact]
    public async Task A_message_whose_hosts_have_all_crashed_is_poisoned()
    {
        await SendAsync("a");
        for (var tries = 1; tries <= SimulatedQueue.MaxAttempts; tries++)
        {
            Assert.NotNull(_queue.TryReceive(Minute));
            _clock.Advance(Minute);
        }

        Assert.Null(_queue.TryReceive(Minute));
        Assert.Equal(["a"], _queue.Poison);
    }

    [Fact]
    public async Task A_scheduler_may_choose_the_message()
    {
        await SendAsync("a");
        await SendAsync("b");

        Assert.Equal("b", _queue.TryReceive(Minute, id: 2)?.Text);
        Assert.Null(_queue.TryReceive(Minute, id: 2));
        Assert.Equal("a", _queue.TryReceive(Minute)?.Text);
    }

    protected override Task<IQueue> CreateAsync() => Task.FromResult<IQueue>(_queue);

    protected override Task<string?> ReceiveAsync()
    {
        var received = _queue.TryReceive(Minute);
        if (received is not null) { _queue.Delete(received); }
        return Task.FromResult(received?.Text);
    }

    protected override Task AWhileAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(2));
        return Task.CompletedTask;
    }

    private Task SendAsync(string message) => _queue.SendAsync(message, TimeSpan.Zero, CancellationToken.None);
}
