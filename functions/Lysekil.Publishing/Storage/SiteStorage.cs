namespace Lysekil.Publishing.Storage;

/// <summary>The storage of one site.</summary>
/// <param name="Content">The editors' container, <c>content</c>: read, and tagged with the outcome.</param>
/// <param name="Accepted">The private container <c>accepted</c>: content-addressed, each blob written once.</param>
/// <param name="Web">The static website, <c>$web</c>.</param>
/// <param name="Desk">The private container <c>desk</c>, with what the desk keeps.</param>
/// <param name="Index">The table <c>archive</c>, one partition.</param>
/// <param name="ContentEvents">The queue <c>content-events</c>, whose messages ask to publish.</param>
/// <param name="PageRefreshes">The queue <c>page-refreshes</c>, whose messages ask to refresh pages.</param>
/// <param name="PoisonedContentEvents">The messages of <c>content-events</c> that failed too often.</param>
/// <param name="PoisonedPageRefreshes">The messages of <c>page-refreshes</c> that failed too often.</param>
public sealed record SiteStorage(
    IBlobContainer Content,
    IBlobContainer Accepted,
    IBlobContainer Web,
    IBlobContainer Desk,
    ITable Index,
    IQueue ContentEvents,
    IQueue PageRefreshes,
    IPoisonQueue PoisonedContentEvents,
    IPoisonQueue PoisonedPageRefreshes);
