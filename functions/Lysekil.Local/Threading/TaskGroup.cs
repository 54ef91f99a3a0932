namespace Lysekil.Local.Threading;

/// <summary>
/// Runs tasks side by side as one: the first to end cancels the others. Used for loops that end only by cancellation or
/// by a fault. Background services of a host would not do: the host logs the fault of a service and then stops as if
/// nothing had failed, whereas a command must report the fault and exit with a code of its own.
/// </summary>
internal static class TaskGroup
{
    /// <summary>Runs until cancelled, or until one task ends. The caller gets the fault that ended it.</summary>
    public static async Task RunAsync(IEnumerable<Func<CancellationToken, Task>> tasks, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = tasks.Select(start => start(stopping.Token)).ToList();
        await (await Task.WhenAny(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stopping.CancelAsync();
        await Task.WhenAll(running);
    }
}
