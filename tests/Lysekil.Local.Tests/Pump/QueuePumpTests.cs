using System.Collections.Concurrent;
using Lysekil.Local.Pump;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Local.Tests.Pump;

public sealed class QueuePumpTests
{
    private static readonly PumpOptions Options = new();

    private readonly FakeTimeProvider _clock = new();
    private readonly SimulatedQueue _queue;
    private readonly PumpedSimulation _pumped;

    public QueuePumpTests()
    {
        _queue = new SimulatedQueue(_clock);
        _pumped = new PumpedSimulation(_queue);
    }

    [Fact]
    public async Task A_message_that_was_handled_is_gone()
    {
        var handled = new ConcurrentBag<(string, int)>();
        using var pump = Pump((message, attempt) => handled.Add((message, attempt)));
        await SendAsync("å");

        await TakeAsync(pump);

        Assert.Equal([("å", 1)], handled);
        Assert.Empty(_queue.Messages);
    }

    [Fact]
    public async Task A_message_that_fails_comes_back_after_the_visibility_timeout()
    {
        var attempts = new ConcurrentQueue<int>();
        using var pump = Pump((_, attempt) =>
        {
            attempts.Enqueue(attempt);
            if (attempt == 1)
            {
                throw new IOException();
            }
        });
        await SendAsync("m");

        await TakeAsync(pump);
        Assert.False(await TakeAsync(pump));
        _clock.Advance(Options.VisibilityTimeout);
        Assert.True(await TakeAsync(pump));

        Assert.Equal([1, 2], attempts);
        Assert.Empty(_queue.Messages);
    }

    /// <summary>A whole batch may be done between the moment when the pump counts it and the moment when it waits for it.</summary>
    [Fact]
    public async Task Messages_that_are_done_at_once_do_not_end_the_pump()
    {
        const int Messages = 5_000;
        var handled = 0;
        var oneByOne = Options with { BatchSize = 1, NewBatchThreshold = 0 };
        using var pump = Pump((_, _) => Interlocked.Increment(ref handled), oneByOne);
        for (var i = 0; i < Messages; i++)
        {
            await SendAsync("m");
        }

        using var stop = new CancellationTokenSource();
        var running = pump.RunAsync(_ => { }, stop.Token);
        while (!running.IsCompleted && Volatile.Read(ref handled) < Messages)
        {
            await Task.Delay(5);
        }

        Assert.False(running.IsCompleted, running.Exception?.ToString());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_message_is_tried_five_times_and_then_poisoned()
    {
        var attempts = new ConcurrentQueue<int>();
        var failures = new ConcurrentQueue<FailedTry>();
        using var pump = Pump((_, attempt) =>
        {
            attempts.Enqueue(attempt);
            throw new IOException("The storage does not answer.");
        });
        pump.Failed += failures.Enqueue;
        await SendAsync("m");

        for (var i = 0; i < 10; i++)
        {
            await TakeAsync(pump);
            _clock.Advance(Options.VisibilityTimeout);
        }

        Assert.Equal([1, 2, 3, 4, 5], attempts);
        Assert.Equal([false, false, false, false, true], failures.Select(failure => failure.Poisoned));
        Assert.Equal(["bQ=="], _pumped.Poison);
        Assert.Empty(_queue.Messages);
    }

    [Fact]
    public async Task A_message_that_is_not_encoded_is_poisoned_without_a_try()
    {
        var handled = false;
        var raw = new PumpedSimulation(_queue) { IsEncoded = false };
        using var pump = new QueuePump(raw, (_, _) => Task.FromResult(handled = true), Options, _clock);
        await SendAsync("{ not base64 }");

        await TakeAsync(pump);

        Assert.False(handled);
        Assert.Equal(["{ not base64 }"], raw.Poison);
    }

    [Fact]
    public async Task At_most_24_messages_are_handled_at_a_time()
    {
        var clock = TimeProvider.System;
        var queue = new SimulatedQueue(clock);
        for (var i = 0; i < 200; i++)
        {
            await queue.SendAsync("m", TimeSpan.Zero, default);
        }

        var begun = 0;
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = new CancellationTokenSource();
        using var pump = new QueuePump(
            new PumpedSimulation(queue),
            async (_, cancellation) =>
            {
                // The first eight are done at once: with eight of the first sixteen left, sixteen more are fetched.
                var number = Interlocked.Increment(ref begun);
                if (number == 8 + 24)
                {
                    full.SetResult();
                }

                await (number <= 8 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, cancellation));
            },
            Options,
            clock);
        var running = pump.RunAsync(_ => { }, stop.Token);

        await full.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Task.Delay(300);
        Assert.Equal(8 + 24, begun);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_message_stays_hidden_for_as_long_as_it_is_handled()
    {
        var gate = new TaskCompletionSource();
        using var pump = new QueuePump(_pumped, (_, _) => gate.Task, Options, _clock);
        await SendAsync("m");
        await pump.TakeBatchAsync(default);

        for (var i = 0; i < 6; i++)
        {
            // The renewal runs on the clock's timer: give it the thread.
            await Task.Delay(20);
            _clock.Advance(Options.Lease / 2);
        }

        await Task.Delay(20);
        Assert.False(await pump.TakeBatchAsync(default));
        gate.SetResult();
        await pump.DrainAsync();
        Assert.Empty(_queue.Messages);
    }

    [Fact]
    public void Looking_in_vain_gets_slower_and_finding_something_makes_it_quick_again()
    {
        var pace = new PollingPace(Options);
        var pauses = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            pace.Looked(found: false);
            pauses.Add(pace.Pause.TotalMilliseconds);
        }

        Assert.Equal([50, 100, 200, 400, 500, 500, 500], pauses);
        pace.Looked(found: true);
        Assert.Equal(Options.MinPollingInterval, pace.Pause);
    }

    private QueuePump Pump(Action<string, int> handle, PumpOptions? options = null) => new(
        _pumped,
        (received, _) =>
        {
            handle(received.Message, received.Attempt);
            return Task.CompletedTask;
        },
        options ?? Options,
        _clock);

    private Task SendAsync(string text) => _queue.SendAsync(text, TimeSpan.Zero, default);

    private static async Task<bool> TakeAsync(QueuePump pump)
    {
        var found = await pump.TakeBatchAsync(default);
        await pump.DrainAsync();
        return found;
    }
}
