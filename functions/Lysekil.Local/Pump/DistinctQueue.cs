using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Pump;

/// <summary>
/// Passes on each message once for as long as nobody receives: a second message that says the same would wake nobody
/// who is not woken by the first. For the time before the receivers start; then open it.
/// </summary>
/// <param name="queue">Where the messages go.</param>
internal sealed class DistinctQueue(IQueue queue) : IQueue
{
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private bool _open;

    public async Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        if (!IsNew(message))
        {
            return;
        }

        try
        {
            await queue.SendAsync(message, delay, cancellation);
        }
        catch
        {
            lock (_waiting)
            {
                _waiting.Remove(message);
            }

            throw;
        }
    }

    /// <summary>Passes on every message from now on.</summary>
    public void Open()
    {
        lock (_waiting)
        {
            _open = true;
            _waiting.Clear();
        }
    }

    private bool IsNew(string message)
    {
        lock (_waiting)
        {
            return _open || _waiting.Add(message);
        }
    }
}
