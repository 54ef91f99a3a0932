namespace Lysekil.Local;

/// <summary>
/// Lets whoever has made work wake whoever waits for it, inside one process: what a poll would find anyway, it finds
/// now. A ring that nobody waits for is kept, once.
/// </summary>
internal sealed class Doorbell(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Waits for a ring, but not longer than <paramref name="patience"/>.</summary>
    public async Task WaitAsync(TimeSpan patience, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var rung = _rung.WaitAsync(waiting.Token);
        var late = Task.Delay(patience, clock, waiting.Token);
        await Task.WhenAny(rung, late);
        await waiting.CancelAsync();
        await Task.WhenAll(rung, late).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }

    public void Dispose() => _rung.Dispose();
}
