using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Pump;

/// <summary>
/// Holds back page refreshes until it is opened, and sends each of them once. Neighbouring pages then share a message:
/// they show the same rows, and the page above them is refreshed once, after all of them.
/// </summary>
/// <param name="queue">The queue that the messages are sent to.</param>
internal sealed class DeduplicatingQueue(IQueue queue) : IQueue
{
    private readonly Lock _lock = new();
    private readonly HashSet<PageKey> _pages = [];
    private bool _isRebuildWaiting;
    private bool _isOpen;

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var request = PageRefreshMessage.Read(message)
            ?? throw new ArgumentException("Only page refreshes can be deduplicated.", nameof(message));
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

    /// <summary>Sends what was held back, and from now on every message.</summary>
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
