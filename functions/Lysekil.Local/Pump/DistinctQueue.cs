using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Waking;

namespace Lysekil.Local.Pump;

/// <summary>
/// Passes on each message once for as long as nobody receives: a second message that says the same would wake nobody
/// who is not woken by the first, whoever sent it. For the time before the receivers start; then open it.
/// </summary>
/// <param name="queue">Where the messages go.</param>
internal sealed class DistinctQueue(IQueue queue) : IQueue
{
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private bool _open;

    public async Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var saying = PageRefreshMessage.Read(message) is { Trace: not null } request ? (request with { Trace = null }).Write() : message;
        if (!IsNew(saying))
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
                _waiting.Remove(saying);
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

    private bool IsNew(string saying)
    {
        lock (_waiting)
        {
            return _open || _waiting.Add(saying);
        }
    }
}
