namespace Lysekil.Publishing.Storage;

/// <summary>Everything that one site is stored in.</summary>
/// <param name="Content">The editors' container, <c>content</c>: read, and tagged with the outcome.</param>
/// <param name="Accepted">The private container <c>accepted</c>: content-addressed, each blob written once.</param>
/// <param name="Web">The static website, <c>$web</c>.</param>
/// <param name="Desk">The private container <c>desk</c>, with the editors' report.</param>
/// <param name="Index">The table <c>archive</c>, one partition.</param>
/// <param name="ContentEvents">The queue <c>content-events</c>, which wakes publishing.</param>
/// <param name="PageRefreshes">The queue <c>page-refreshes</c>, which wakes refreshing.</param>
/// <param name="PoisonedContentEvents">What failed too often of <c>content-events</c>.</param>
/// <param name="PoisonedPageRefreshes">What failed too often of <c>page-refreshes</c>.</param>
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
