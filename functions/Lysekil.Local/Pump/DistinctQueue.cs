using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Pump;

/// <summary>
/// Keeps what messages ask for as long as nobody receives: a second message for the same page would wake nobody who is not
/// woken by the first, whoever sent it. When it is opened it asks for all at once, neighbours together: they show the same
/// rows, and the page above them is refreshed once after all.
/// </summary>
/// <param name="queue">Where the messages go.</param>
internal sealed class DistinctQueue(IQueue queue) : IQueue
{
    private readonly Lock _lock = new();
    private readonly HashSet<PageKey> _pages = [];
    private bool _isRebuildWaiting;
    private bool _isOpen;

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var request = PageRefreshMessage.Read(message) ?? throw new ArgumentException("Only page refreshes are told apart.", nameof(message));
        lock (_lock)
        {
            if (_isOpen)
            {
                return queue.SendAsync(message, delay, cancellation);
            }

            _pages.UnionWith(request.Pages);
            _isRebuildWaiting |= request.IsRebuild;
            return Task.CompletedTask;
        }
    }

    /// <summary>Passes on what has been asked for, and every message from now on.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        List<PageRefreshMessage> messages;
        lock (_lock)
        {
            _isOpen = true;
            messages = [.. PageRefreshMessage.For(_pages.OrderBy(p => p.Value, StringComparer.Ordinal))];
            if (_isRebuildWaiting)
            {
                messages.Add(PageRefreshMessage.Rebuild);
            }

            _pages.Clear();
        }

        foreach (var message in messages)
        {
            await queue.SendAsync(message.Write(), TimeSpan.Zero, cancellation);
        }
    }
}
