namespace Lysekil.Local.Threading;

/// <summary>Says that work goes on, for as long as it says nothing itself.</summary>
internal static class Heartbeat
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Runs the work on the thread pool, since some of it holds its thread, and writes a line every five seconds.
    /// </summary>
    /// <param name="what">What is being done, such as <c>starting Azurite</c>.</param>
    /// <param name="work">The work.</param>
    /// <param name="progress">Gets the lines, such as <c>… starting Azurite, 5 s</c>.</param>
    /// <param name="clock">Times them.</param>
    public static async Task<T> DuringAsync<T>(
        string what, Func<Task<T>> work, Action<string> progress, TimeProvider clock)
    {
        var began = clock.GetTimestamp();
        await using var beating = clock.CreateTimer(
            _ => progress(FormattableString.Invariant($"… {what}, {clock.GetElapsedTime(began).TotalSeconds:0} s")),
            state: null,
            Interval,
            Interval);
        return await Task.Run(work);
    }
}
