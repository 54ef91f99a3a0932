using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Engine;

/// <summary>
/// Tells the site's hub of each feed that was written. It holds up nothing: where the hub cannot be told, those who follow the
/// feed ask for it themselves, or hear of it with the next change.
/// </summary>
/// <param name="sites">Knows the site's hub, as the feed named it.</param>
/// <param name="hub">Tells it; <c>null</c> where nobody is to be told, as on a developer's machine.</param>
/// <param name="log">For operators.</param>
public sealed class FeedNotice(SiteReader sites, IHub? hub, ILogger<FeedNotice> log)
{
    /// <param name="refreshed">What a refresh came to; of any page.</param>
    /// <param name="attempt">Which try it was: the first try of a second may have written the feed, and died before it told.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task OfAsync(RefreshOutcome refreshed, int attempt, CancellationToken cancellation)
    {
        var mayBeOther = refreshed.Result == RefreshResult.Written || attempt > 1;
        if (hub is null || !mayBeOther || PageRoute.Of(refreshed.Page) is not (PageRoute.Feed or PageRoute.TopicFeed))
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
