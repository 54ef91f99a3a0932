using Lysekil.Local.Timers;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Local.Tests.Timers;

public sealed class TimerTriggersTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<string> _runs = [];

    [Fact]
    public async Task Each_function_runs_at_its_own_interval()
    {
        using var stop = new CancellationTokenSource();
        var running = new TimerTriggers(
            [
                new("minute", TimeSpan.FromMinutes(1), RunOnStartup: false, _ => Run("minute")),
                new("ten minutes", TimeSpan.FromMinutes(10), RunOnStartup: true, _ => Run("ten minutes")),
            ],
            _clock).RunAsync((_, _) => { }, stop.Token);

        await ExpectAsync("ten minutes");
        for (var minute = 1; minute <= 10; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await ExpectAsync(minute < 10 ? ["minute"] : ["minute", "ten minutes"]);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_failed_run_is_reported_and_does_not_stop_the_timer()
    {
        using var stop = new CancellationTokenSource();
        var running = new TimerTriggers(
            [new("minute", TimeSpan.FromMinutes(1), RunOnStartup: true, _ => throw new IOException())],
            _clock).RunAsync((name, _) => Run(name), stop.Token);

        await ExpectAsync("minute");
        _clock.Advance(TimeSpan.FromMinutes(1));
        await ExpectAsync("minute");

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private Task Run(string name)
    {
        lock (_runs)
        {
            _runs.Add(name);
        }

        return Task.CompletedTask;
    }

    private async Task ExpectAsync(params string[] expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (true)
        {
            lock (_runs)
            {
                if (_runs.Order().SequenceEqual(expected.Order()))
                {
                    _runs.Clear();
                    break;
                }
            }

            await Task.Delay(5, patience.Token);
        }

        // The timer must wait again before the clock moves on.
        await Task.Delay(20, patience.Token);
    }
}
