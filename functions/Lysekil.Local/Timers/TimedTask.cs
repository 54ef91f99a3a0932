namespace Lysekil.Local.Timers;

/// <summary>What a timer triggers.</summary>
/// <param name="Name">For messages when it fails.</param>
/// <param name="Every">The time from one run to the next.</param>
/// <param name="AtStart">Whether it runs at once, too.</param>
/// <param name="RunAsync">The function. An exception ends this run, not the timer.</param>
internal sealed record TimedTask(string Name, TimeSpan Every, bool AtStart, Func<CancellationToken, Task> RunAsync);
