namespace Lysekil.Local.Timers;

/// <summary>A function that a timer triggers.</summary>
/// <param name="Name">Names the function when a run of it fails.</param>
/// <param name="Interval">The time from the start of one run to the start of the next.</param>
/// <param name="RunOnStartup">Whether the function also runs at once.</param>
/// <param name="RunAsync">The function. An exception ends this run, not the timer.</param>
internal sealed record TimerTrigger(
    string Name, TimeSpan Interval, bool RunOnStartup, Func<CancellationToken, Task> RunAsync);
