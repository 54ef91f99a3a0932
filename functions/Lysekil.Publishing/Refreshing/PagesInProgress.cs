using System.Collections.Concurrent;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Refreshing;

/// <summary>
/// The pages, of those that many sources touch, that this process refreshes just now. Of many messages at once that name one, all would
/// render it and one would write it: the others put it off unrendered. Only ever saves work; safe for several threads.
/// </summary>
/// <param name="atMost">For so long a page counts as being refreshed: whoever began may have died.</param>
internal sealed class PagesInProgress(TimeSpan atMost)
{
    private readonly ConcurrentDictionary<PageKey, DateTimeOffset> _begun = new();

    /// <returns>Whether nobody else in this process is at it.</returns>
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
    /// <param name="begun">When whoever ends began: another may have begun since.</param>
    public void End(PageKey page, DateTimeOffset begun) => _begun.TryRemove(new(page, begun));

    private bool IsRecent(DateTimeOffset begun, DateTimeOffset now) => now - begun is var age && age >= TimeSpan.Zero && age < atMost;
}
