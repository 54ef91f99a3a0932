using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Engine;

/// <summary>
/// The whole engine over one site's storage: what the function app's triggers and the local runner call. Safe for several
/// threads, and for several engines on one storage.
/// </summary>
public sealed class PublishingEngine
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <param name="storage">The site's storage.</param>
    /// <param name="clock">Tells whether a scheduled article's date has come, and for how long a reconcile has run; no page depends on it otherwise.</param>
    /// <param name="logs">What operators read.</param>
    /// <param name="isBulk">
    /// Whether so much is published at once that all pages are to be refreshed after it: each is rendered fewer times, and none
    /// is live before the end. Otherwise a publish brings its source's own page live by itself.
    /// </param>
    /// <param name="hub">Tells the hub that the site's settings name of feeds that have changed; <c>null</c>: nobody is told.</param>
    /// <param name="rest">For how long a page that many sources touch rests after it was written; two seconds, and not at all in bulk.</param>
    /// <param name="lengths">Of the lists of the newest; <c>null</c>: as they are on every site.</param>
    public PublishingEngine(
        SiteStorage storage,
        TimeProvider clock,
        ILoggerFactory logs,
        bool isBulk = false,
        IHub? hub = null,
        TimeSpan? rest = null,
        ListLengths? lengths = null)
    {
        var index = new SiteIndex(storage.Index, lengths ?? new ListLengths());
        var accepted = new AcceptedSources(storage.Accepted);
        var sites = new SiteReader(index, accepted);
        Rebuilder = new Rebuilder(storage, index, sites);
        var alarm = new PublicationAlarm(storage, clock);
        var renderer = new PageRenderer(index, accepted, sites);
        var refresher = new Refresher(
            storage, index, renderer, rest ?? (isBulk ? TimeSpan.Zero : Rest), clock, logs.CreateLogger<Refresher>());
        var publisher = new Publisher(
            storage, index, accepted, sites, renderer, Rebuilder, alarm, isBulk ? null : refresher, clock, logs.CreateLogger<Publisher>());
        var failures = new FailureRecords(index, clock, logs.CreateLogger<FailureRecords>());
        ContentEvents = new ContentEventHandler(publisher, alarm, failures, clock, logs.CreateLogger<ContentEventHandler>());
        var notice = new FeedNotice(sites, hub, logs.CreateLogger<FeedNotice>());
        PageRefreshes = new PageRefreshHandler(refresher, Rebuilder, notice, failures, clock, logs.CreateLogger<PageRefreshHandler>());
        Schedule = new PublicationSchedule(storage, index, clock);
        Reconciler = new Reconciler(storage, index, sites, Rebuilder, failures, clock, logs.CreateLogger<Reconciler>());
        Status = new SiteStatus(index);
    }

    public ContentEventHandler ContentEvents { get; }

    public PageRefreshHandler PageRefreshes { get; }

    public PublicationSchedule Schedule { get; }

    public Reconciler Reconciler { get; }

    public Rebuilder Rebuilder { get; }

    public SiteStatus Status { get; }
}
