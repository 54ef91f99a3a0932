namespace Lysekil.Local.Timers;

/// <summary>The functions host's timer triggers, in process. A run that takes long makes its own next one late, no other.</summary>
internal sealed class TimerTriggers(IReadOnlyList<TimerTrigger> tasks, TimeProvider clock)
{
    /// <summary>Keeps time until cancelled.</summary>
    /// <param name="failed">Told of each run that failed.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task RunAsync(Action<string, Exception> failed, CancellationToken cancellation) =>
        Task.WhenAll(tasks.Select(task => RunAsync(task, failed, cancellation)));

    private async Task RunAsync(TimerTrigger task, Action<string, Exception> failed, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(task.Interval, clock);
        if (!task.RunOnStartup)
        {
            await timer.WaitForNextTickAsync(cancellation);
        }

        do
        {
            try
            {
                await task.RunAsync(cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                failed(task.Name, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }
}
