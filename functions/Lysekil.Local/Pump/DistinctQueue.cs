using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Waking;

namespace Lysekil.Local.Pump;

/// <summary>
/// Passes on what messages ask for once for as long as nobody receives: a second message for the same page would wake nobody
/// who is not woken by the first, whoever sent it. For the time before the receivers start; then open it.
/// </summary>
/// <param name="queue">Where the messages go.</param>
internal sealed class DistinctQueue(IQueue queue) : IQueue
{
    private readonly HashSet<PageKey> _waiting = [];
    private bool _isRebuildWaiting;
    private bool _open;

    public async Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var asked = PageRefreshMessage.Read(message) ?? throw new ArgumentException("Only page refreshes are told apart.", nameof(message));
        if (New(asked) is not { } request)
        {
            return;
        }

        try
        {
            await queue.SendAsync(request.Write(), delay, cancellation);
        }
        catch
        {
            lock (_waiting)
            {
                _waiting.ExceptWith(request.Pages);
                _isRebuildWaiting &= !request.IsRebuild;
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

    /// <summary>What of a message nobody has asked for yet; <c>null</c> where that is nothing.</summary>
    private PageRefreshMessage? New(PageRefreshMessage message)
    {
        lock (_waiting)
        {
            if (_open)
            {
                return message;
            }

            if (message.IsRebuild)
            {
                var isNew = !_isRebuildWaiting;
                _isRebuildWaiting = true;
                return isNew ? message : null;
            }

            var pages = new EquatableList<PageKey>(message.Pages.Where(_waiting.Add));
            return pages.Count == 0 ? null : message with { Pages = pages };
        }
    }
}
