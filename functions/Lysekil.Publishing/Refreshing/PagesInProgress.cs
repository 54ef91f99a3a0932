using System.Collections.Concurrent;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// The shared pages that this process is refreshing. Of many messages that name one page at once, all would render it
/// and one would write it; the others defer it instead. This only saves work: no result depends on it. Thread-safe.
/// </summary>
/// <param name="atMost">How long a page counts as in progress, since a refresh may end without saying so.</param>
internal sealed class PagesInProgress(TimeSpan atMost)
{
    private readonly ConcurrentDictionary<PageKey, DateTimeOffset> _begun = new();

    /// <returns>Whether no other refresh of the page is in progress.</returns>
    public bool TryBegin(PageKey page, DateTimeOffset now)
    {
        while (!_begun.TryAdd(page, now))
        {
            if (_begun.TryGetValue(page, out var begun) && (IsRecent(begun, now) || _begun.TryUpdate(page, now, begun)))
            {
                return !IsRecent(begun, now);
            }
        }

        return true;
    }

    /// <param name="page">The page.</param>
    /// <param name="begun">
    /// When the ending refresh began. A later one that has taken its place stays in progress.
    /// </param>
    public void End(PageKey page, DateTimeOffset begun) => _begun.TryRemove(new(page, begun));

    private bool IsRecent(DateTimeOffset begun, DateTimeOffset now) =>
        now - begun is var age && age >= TimeSpan.Zero && age < atMost;
}
