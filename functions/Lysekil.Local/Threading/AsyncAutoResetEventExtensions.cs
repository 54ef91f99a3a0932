using Nito.AsyncEx;

namespace Lysekil.Local.Threading;

/// <summary>Waits of a poll that another part of the process can shorten.</summary>
internal static class AsyncAutoResetEventExtensions
{
    /// <summary>Waits until the event is set, but no longer than <paramref name="timeout"/>.</summary>
    public static async Task WaitAsync(
        this AsyncAutoResetEvent signal, TimeSpan timeout, TimeProvider clock, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        await signal.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }
}
