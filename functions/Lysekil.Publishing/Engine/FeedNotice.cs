using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Engine;

/// <summary>
/// Notifies the site's WebSub hub of each feed that was written. A notification that fails holds up nothing:
/// subscribers poll the feed themselves, or are notified of the next change.
/// </summary>
/// <param name="sites">Reads the settings that name the hub.</param>
/// <param name="hub">Notifies the hub; <c>null</c> if none is notified, as on a developer's machine.</param>
/// <param name="log">The operators' log.</param>
public sealed class FeedNotice(SiteReader sites, IHub? hub, ILogger<FeedNotice> log)
{
    /// <param name="refreshed">The outcome of a refresh of any page.</param>
    /// <param name="attempt">
    /// The attempt at the message. Before a second attempt, the first may have written the feed and crashed before it
    /// notified the hub.
    /// </param>
    /// <param name="cancellation">Cancels the work.</param>
    public async Task OfAsync(RefreshOutcome refreshed, int attempt, CancellationToken cancellation)
    {
        var mayBeOther = refreshed.Result == RefreshResult.Written || attempt > 1;
        if (hub is null
            || !mayBeOther
            || PageRoute.Of(refreshed.Page) is not (PageRoute.Feed or PageRoute.TopicFeed or PageRoute.AuthorFeed))
        {
            return;
        }

        var settings = await sites.LastKnownSettingsAsync(cancellation);
        if (settings.Hub is not { } address)
        {
            return;
        }

        try
        {
            await hub.TellAsync(address, new Uri(settings.Absolute(refreshed.Page.Url)), cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(fault, "The hub {Hub} was not told of {Page}", address, refreshed.Page);
        }
    }
}
