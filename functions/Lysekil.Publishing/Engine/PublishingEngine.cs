using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Engine;

/// <summary>
/// The whole engine over one site's storage: what the function app's triggers and the local runner call. Thread-safe;
/// several engines may work on one storage.
/// </summary>
public sealed class PublishingEngine
{
    /// <param name="storage">The site's storage.</param>
    /// <param name="clock">
    /// Tells whether a scheduled article's date has come, how long a page has rested and how long a reconcile has run.
    /// No page's bytes depend on it otherwise.
    /// </param>
    /// <param name="logs">The operators' logs.</param>
    /// <param name="options">How the engine works; <c>null</c>: the defaults.</param>
    /// <param name="hub">
    /// Notifies the WebSub hub that the site's settings name; <c>null</c>: no hub is notified.
    /// </param>
    /// <param name="trial">
    /// Decodes the pictures of messages whose earlier attempt may have ended with its process, and those of previewed
    /// texts; <c>null</c>: every picture is decoded in this process.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public PublishingEngine(
        SiteStorage storage,
        TimeProvider clock,
        ILoggerFactory logs,
        PublishingOptions? options = null,
        IHub? hub = null,
        IPictureTrial? trial = null)
    {
        options = (options ?? new PublishingOptions()).Validated();
        var index = new SiteIndex(storage.Index, options.ListLengths);
        var accepted = new AcceptedSources(storage.Accepted, new LargeWork(options.Memory));
        var sites = new SiteReader(index, accepted);
        Rebuilder = new Rebuilder(storage, index, sites);
        var alarm = new PublicationAlarm(storage, clock);
        var pictures = new PictureMaker(accepted, trial, logs.CreateLogger<PictureMaker>());
        var renderer = new PageRenderer(index, accepted, sites, pictures);
        var refresher = new Refresher(
            storage,
            index,
            renderer,
            options.IsBulk ? TimeSpan.Zero : options.Rest,
            clock,
            logs.CreateLogger<Refresher>());
        var publisher = new Publisher(
            storage,
            index,
            accepted,
            sites,
            renderer,
            Rebuilder,
            alarm,
            options.IsBulk ? null : refresher,
            trial,
            options.TriesPictures,
            clock,
            logs.CreateLogger<Publisher>());
        var failures = new FailureRecords(index, clock, logs.CreateLogger<FailureRecords>());
        Schedule = new PublicationSchedule(storage, index, clock);
        Reconciler = new Reconciler(storage, index, sites, Rebuilder, failures, clock, logs.CreateLogger<Reconciler>());
        var overdue = !options.IsBulk && options.ReconcileOverdueAfter is { } after
            ? new OverdueReconcile(Reconciler, storage.Index, after, clock, logs.CreateLogger<OverdueReconcile>())
            : null;
        var notice = new FeedNotice(sites, hub, logs.CreateLogger<FeedNotice>());
        PageRefreshes = new PageRefreshHandler(
            storage,
            refresher,
            Rebuilder,
            notice,
            failures,
            overdue,
            clock,
            logs.CreateLogger<PageRefreshHandler>());
        ContentEvents = new ContentEventHandler(
            publisher, PageRefreshes, alarm, failures, overdue, clock, logs.CreateLogger<ContentEventHandler>());
        Status = new SiteStatus(index, clock);
        Preview = new ArticlePreview(index, sites, clock, trial);
    }

    public ContentEventHandler ContentEvents { get; }

    public PageRefreshHandler PageRefreshes { get; }

    public PublicationSchedule Schedule { get; }

    public Reconciler Reconciler { get; }

    public Rebuilder Rebuilder { get; }

    public SiteStatus Status { get; }

    public ArticlePreview Preview { get; }
}
