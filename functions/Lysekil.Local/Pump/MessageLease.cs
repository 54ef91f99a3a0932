namespace Lysekil.Local.Pump;

/// <summary>Keeps a message hidden for as long as it is being handled.</summary>
internal sealed class MessageLease : IDisposable
{
    private readonly CancellationTokenSource _ended;
    private readonly Task<PumpedMessage> _kept;

    public MessageLease(
        IPumpedQueue queue, PumpedMessage message, TimeSpan lease, TimeProvider clock, CancellationToken cancellation)
    {
        _ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _kept = RenewAsync(queue, message, lease, clock, _ended.Token);
    }

    /// <summary>Ends the renewals. Returns the message with the last receipt, which finishes it.</summary>
    public async Task<PumpedMessage> EndAsync()
    {
        await _ended.CancelAsync();
        return await _kept;
    }

    public void Dispose()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    private static async Task<PumpedMessage> RenewAsync(
        IPumpedQueue queue, PumpedMessage message, TimeSpan lease, TimeProvider clock, CancellationToken ended)
    {
        while (true)
        {
            await Task.Delay(lease / 2, clock, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                return message;
            }

            try
            {
                // Not cancelled: the receipt of a renewal that took effect is needed.
                if (await queue.HideAsync(message, lease, CancellationToken.None) is not { } renewed)
                {
                    return message;
                }

                message = renewed;
            }
            catch (Exception)
            {
                // The queue does not answer. If that lasts, the message shows again, and another process receives it.
                return message;
            }
        }
    }
}
