using System.Collections.Concurrent;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>A queue <c>page-refreshes</c> that returns each page once, however many messages name it.</summary>
internal sealed class CoalescingQueue : IQueue
{
    private ConcurrentDictionary<PageKey, byte> _pages = new();
    private volatile bool _isRebuildPending;

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        var request = PageRefreshMessage.Read(message)!;
        _isRebuildPending |= request.IsRebuild;
        foreach (var page in request.Pages)
        {
            _pages[page] = 0;
        }

        return Task.CompletedTask;
    }

    /// <summary>Takes all messages, that of a rebuild last.</summary>
    public IReadOnlyList<string> Take()
    {
        var pages = Interlocked.Exchange(ref _pages, new()).Keys.OrderBy(p => p.Value, StringComparer.Ordinal);
        var rebuild = _isRebuildPending ? new[] { PageRefreshMessage.Rebuild } : [];
        _isRebuildPending = false;
        return [.. PageRefreshMessage.For(pages).Concat(rebuild).Select(m => m.Write())];
    }
}
