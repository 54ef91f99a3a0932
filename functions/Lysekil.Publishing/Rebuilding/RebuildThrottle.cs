using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>
/// Has a slice wait while many pages are stale, so that an article that is published meanwhile has no more than a few
/// hundred pages before its own, however large the archive is. Nobody waits for ever: pages that cannot be rendered stay
/// stale, and a rebuild may be what mends them.
/// </summary>
internal sealed class RebuildThrottle(SiteIndex index)
{
    /// <summary>Two slices of pages.</summary>
    public const int ManyPages = 200;

    /// <summary>A slice that has waited this often, a minute in all, goes on.</summary>
    public const int MostWaits = 20;

    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(3);

    /// <param name="waits">How often the slice has waited already.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<bool> MustWaitAsync(int waits, CancellationToken cancellation) =>
        waits < MostWaits && await index.StalePagesAsync(ManyPages, cancellation).CountAsync(cancellation) >= ManyPages;
}
