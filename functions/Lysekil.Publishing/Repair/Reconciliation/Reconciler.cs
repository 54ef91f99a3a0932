using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// Finds what no event reported: sources that differ from the index, work left undone, and pages that are missing or
/// not needed. It repairs by sending messages to publish and to refresh (R6). A run may be cut short anywhere, and
/// several may run at once.
/// </summary>
public sealed class Reconciler(
    SiteStorage storage,
    SiteIndex index,
    SiteReader sites,
    Rebuilder rebuilder,
    FailureRecords failures,
    TimeProvider clock,
    ILogger<Reconciler> log)
{
    /// <summary>Longer than a slice is delayed while many pages are stale, which is a minute.</summary>
    private static readonly TimeSpan MostPause = TimeSpan.FromSeconds(90);

    /// <summary>
    /// For how long a run begins to send messages: longer than it compares sources, and shorter than the ten minutes
    /// after which the functions host ends it and the queue shows the message that started it again. What it leaves is
    /// found by the next.
    /// </summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromMinutes(8);

    /// <summary>Pages whose messages are sent at once.</summary>
    private const int PagesAtOnce = MessageSender.MostAtOnce * PageRefreshMessage.MostPages;

    private readonly MessageSender _messages = new(storage);
    private readonly LostContents _lost = new(index, new MessageSender(storage));
    private readonly SourceRounds _rounds = new(new SourceComparison(storage, index), index.Table, clock);
    private readonly SharedTopics _topics = new(index);
    private readonly PublicationSchedule _schedule = new(storage, index, clock);
    private readonly PoisonDrain _drain = new(storage, failures, log);

    /// <summary>
    /// Compares sources with the index, and sends messages for outbox entries, stale pages, poisoned messages and
    /// articles whose date has come. A run that was cut short or has used its time is continued by the next. A source
    /// that changes behind the position is found by the next round.
    /// </summary>
    public Task<ReconcileReport> ReconcileSourcesAsync(CancellationToken cancellation) =>
        ReconcileSourcesAsync(isNoted: false, cancellation);

    /// <param name="isNoted">Whether the caller has noted the start.</param>
    /// <param name="cancellation">Ends the run; the next one goes on.</param>
    internal async Task<ReconcileReport> ReconcileSourcesAsync(bool isNoted, CancellationToken cancellation)
    {
        var end = clock.GetUtcNow() + MostTime;
        using var run = new WatchedRun(PublishingTrace.Begin("reconcile sources"), "sources", cancellation);
        if (!isNoted)
        {
            var starter = new ReconcileStarter(ReconcileStarter.Timer, EngineVersion.Current);
            await index.Table.CommitAsync([ReconcileStart.NoteBy(starter)], cancellation);
        }

        var drained = await _drain.DrainAsync(cancellation);
        await _schedule.PublishDueAsync(cancellation);
        var retries = await Retries.BeginAsync(index, failures, clock.GetUtcNow(), cancellation);
        var (drift, isWhole) = await CompareSourcesAsync(retries, cancellation);
        var outboxSources = await SendAsync(
            index.OutboxSourcesAsync(cancellation).Where(p => retries.MayTry(new WorkItem.Publishing(p))),
            MessageSender.MostAtOnce,
            _messages.PublishAsync,
            end,
            cancellation);
        var stalePages = await SendAsync(
            index.StalePagesAsync(cancellation).Where(p => retries.MayTry(new WorkItem.Refreshing(p))),
            PagesAtOnce,
            _messages.RefreshAsync,
            end,
            cancellation);
        var isBuilding = await GoOnBuildingAsync(retries, cancellation);
        await _topics.TellAsync(cancellation);
        await retries.EndAsync(cancellation);
        run.Done();
        return Tell(new ReconcileReport(drift, outboxSources, stalePages, drained, isWhole), isBuilding);
    }

    /// <summary>
    /// Compares pages with the index: every page of the index and every blob of <c>$web</c> is refreshed, and a page
    /// that is in step is not written (R4). This call starts a sweep, whose slices follow over the queue as those of a
    /// rebuild do. A sweep under way goes on, unless it has stood still for too long: then it starts again. None starts
    /// while the index does not know all sources, as after it was lost: their pages would be deleted as strays.
    /// </summary>
    public async Task ReconcilePagesAsync(CancellationToken cancellation)
    {
        using var run = new WatchedRun(PublishingTrace.Begin("reconcile pages"), "pages", cancellation);
        if (!await AreSourcesKnownAsync(cancellation))
        {
            log.LogWarning("Pages are not compared before the index knows all sources");
        }
        else if (await index.Table.FindAsync(IndexKeys.Sweep, cancellation) is { } sweep && !IsStuck(sweep))
        {
            await rebuilder.StartOnceAsync(cancellation);
        }
        else
        {
            var isBuilt = (await index.SiteAsync(cancellation)).BuiltVersion == RenderingVersion.Current;
            await rebuilder.StartSweepAsync(isBuilt ? IndexKeys.NewestFirst(clock.GetUtcNow()) : null, cancellation);
        }

        run.Done();
    }

    /// <summary>
    /// Compares the sources. Where the site's settings are lost, nothing can be compared with them: they are published
    /// again, and the next run compares.
    /// </summary>
    private async Task<(Drift Drift, bool IsWhole)> CompareSourcesAsync(Retries retries, CancellationToken cancellation)
    {
        SiteSettings settings;
        try
        {
            settings = (await sites.ReadAsync(cancellation)).Settings;
        }
        catch (LostContentException lost)
        {
            log.LogWarning(lost, "Publishes {Source} again, since its accepted content is lost", lost.Path);
            await _lost.RepublishAsync(lost.Path, cancellation);
            return (Drift.None, false);
        }

        return await _rounds.RunAsync(
            settings,
            found => _messages.PublishAsync(found.Where(p => retries.MayTry(new WorkItem.Publishing(p))), cancellation),
            cancellation);
    }

    /// <summary>
    /// Whether the last whole round found no source that the index does not know, but for such as fail again and again.
    /// </summary>
    private async Task<bool> AreSourcesKnownAsync(CancellationToken cancellation)
    {
        if (await index.Table.FindAsync(IndexKeys.ReconcileFindings, cancellation) is not { } row)
        {
            return false;
        }

        var unseen = RoundTallyRow.Codec.Read(row.Columns).Unseen;
        return unseen == 0
            || (await index.FailuresAsync(Retries.MostFailures, cancellation))
                .Count(f => f.Value.Work is WorkItem.Publishing) >= unseen;
    }

    /// <summary>Sends messages for what is owed, some at a time, until the run's time is used.</summary>
    /// <returns>For how much of it.</returns>
    private async Task<int> SendAsync<T>(
        IAsyncEnumerable<T> owed,
        int atOnce,
        Func<IEnumerable<T>, CancellationToken, Task> send,
        DateTimeOffset end,
        CancellationToken cancellation)
    {
        var sent = 0;
        await foreach (var some in owed.Chunk(atOnce).WithCancellation(cancellation))
        {
            await send(some, cancellation);
            sent += some.Length;
            if (clock.GetUtcNow() >= end)
            {
                // After the sending, since each item that was read counts as tried again.
                log.LogWarning("A reconcile has used its time, and leaves the rest to the next");
                break;
            }
        }

        return sent;
    }

    /// <summary>
    /// Sends the message of a rebuild or sweep that has lost it, and starts a rebuild for another rendering version.
    /// </summary>
    /// <returns>Whether a rebuild or sweep is under way.</returns>
    private async Task<bool> GoOnBuildingAsync(Retries retries, CancellationToken cancellation)
    {
        if (await rebuilder.UnderWayAsync(cancellation) is { } underWay)
        {
            if (IsStuck(underWay) && retries.MayTry(new WorkItem.Rebuilding()))
            {
                await _messages.RebuildAsync(cancellation);
            }

            return true;
        }

        if ((await index.SiteAsync(cancellation)).BuiltVersion != RenderingVersion.Current)
        {
            await rebuilder.StartOnceAsync(cancellation);
        }

        return false;
    }

    /// <summary>
    /// Whether a rebuild or sweep seems to have lost its message (R6). A second message would only race the first.
    /// </summary>
    private bool IsStuck(Row underWay) => clock.GetUtcNow() - underWay.Modified > MostPause;

    /// <summary>Reports what was found. The stale pages of a rebuild are its own work and no drift.</summary>
    private ReconcileReport Tell(ReconcileReport report, bool isBuilding)
    {
        PublishingMeter.Found(report.Sources.Count, report.OutboxSources, report.StalePages);
        if (report.Sources.Count + report.OutboxSources + (isBuilding ? 0 : report.StalePages) > 0)
        {
            log.LogWarning(
                "Reconcile found {Drifted} sources out of step ({Names}), {OwedSources} with work left "
                + "and {OwedPages} stale pages",
                report.Sources.Count, string.Join(", ", report.Sources.Names), report.OutboxSources, report.StalePages);
        }

        return report;
    }
}
