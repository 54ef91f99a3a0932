using System.Collections.Concurrent;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Waking;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>A queue <c>page-refreshes</c> of which each page is taken once, however often it was asked for.</summary>
internal sealed class PendingPages : IQueue
{
    private ConcurrentDictionary<string, byte> _messages = new(StringComparer.Ordinal);

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        _messages[message] = 0;
        return Task.CompletedTask;
    }

    /// <summary>What waits, with the slices of a rebuild last.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = Interlocked.Exchange(ref _messages, new(StringComparer.Ordinal));
        return [.. taken.Keys.OrderBy(m => PageRefreshMessage.Read(m)?.Page is null).ThenBy(m => m, StringComparer.Ordinal)];
    }
}
