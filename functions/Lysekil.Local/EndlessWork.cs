namespace Lysekil.Local;

/// <summary>Works side by side, none of which ends by itself: if one does, it is by a fault, and then the others end too.</summary>
internal static class EndlessWork
{
    /// <summary>Runs them until cancelled. The fault of one is the caller's.</summary>
    public static async Task RunAsync(IEnumerable<Func<CancellationToken, Task>> works, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = works.Select(work => work(stopping.Token)).ToList();
        await (await Task.WhenAny(running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stopping.CancelAsync();
        await Task.WhenAll(running);
    }
}
