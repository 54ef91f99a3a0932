using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>
/// Delays a slice while many pages are stale, so that an article that is published meanwhile waits for a few hundred
/// pages at most, however large the site is. The delay is bounded: pages that cannot be rendered stay stale, and a
/// rebuild may be what repairs them.
/// </summary>
internal sealed class RebuildThrottle(SiteIndex index)
{
    /// <summary>The pages of two slices.</summary>
    public const int ManyPages = 200;

    /// <summary>A slice that was delayed this often, a minute in all, goes on.</summary>
    public const int MostWaits = 20;

    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(3);

    /// <summary>Whether a slice that was delayed <paramref name="waits"/> times is to be delayed again.</summary>
    public async Task<bool> MustWaitAsync(int waits, CancellationToken cancellation) =>
        waits < MostWaits && await index.StalePagesAsync(ManyPages, cancellation).CountAsync(cancellation) >= ManyPages;
}
