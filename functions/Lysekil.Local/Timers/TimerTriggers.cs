namespace Lysekil.Local.Timers;

/// <summary>
/// The timer triggers of the functions host, in process. A long run delays only the next run of the same timer.
/// </summary>
internal sealed class TimerTriggers(IReadOnlyList<TimerTrigger> triggers, TimeProvider clock)
{
    /// <summary>
    /// Runs until cancelled. The fault of a run goes to <paramref name="failed"/>, with the trigger's name.
    /// </summary>
    public Task RunAsync(Action<string, Exception> failed, CancellationToken cancellation) =>
        Task.WhenAll(triggers.Select(trigger => RunAsync(trigger, failed, cancellation)));

    private async Task RunAsync(TimerTrigger trigger, Action<string, Exception> failed, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(trigger.Interval, clock);
        if (!trigger.RunOnStartup)
        {
            await timer.WaitForNextTickAsync(cancellation);
        }

        do
        {
            try
            {
                await trigger.RunAsync(cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                failed(trigger.Name, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }
}
