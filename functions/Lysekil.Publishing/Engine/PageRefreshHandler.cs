using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Engine;

/// <summary>Handles the messages that ask to refresh pages, and does the work of those that are held back.</summary>
public sealed class PageRefreshHandler(
    SiteStorage storage,
    Refresher refresher,
    Rebuilder rebuilder,
    FeedNotice notice,
    FailureRecords failures,
    OverdueReconcile? overdue,
    TimeProvider clock,
    ILogger<PageRefreshHandler> log)
{
    private readonly MessageSender _messages = new(storage);

    /// <summary>
    /// Refreshes the pages that a message names, or does a slice of the rebuild. R7: A fault is thrown, so that the
    /// queue tries the message again; at the last attempt it is recorded in the index, too. R6: An overdue reconcile is
    /// run afterwards.
    /// </summary>
    /// <param name="received">The message; a text that is no request is logged and dropped.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The outcomes of the pages, and of the pages that followed; none for a rebuild.</returns>
    public async Task<IReadOnlyList<RefreshOutcome>> HandleAsync(
        ReceivedMessage received, CancellationToken cancellation)
    {
        if (PageRefreshMessage.Read(received.Message) is { } request)
        {
            return await HandleAsync(request, received, cancellation);
        }

        log.LogError("Dropped a message of {Length} characters that is no request", received.Message.Length);
        return [];
    }

    /// <summary>Handles a message that has been read.</summary>
    internal async Task<IReadOnlyList<RefreshOutcome>> HandleAsync(
        PageRefreshMessage request, ReceivedMessage received, CancellationToken cancellation)
    {
        if (received is { Attempt: 1, Queued: { } queued } && request is { Waits: 0, FollowsPublish: false })
        {
            PublishingMeter.Waited(StorageNames.PageRefreshes, clock.GetUtcNow() - queued);
        }

        var outcomes = await RefreshAsync(request, received.Attempt, cancellation);
        if (overdue is not null)
        {
            await overdue.RunAsync(cancellation);
        }

        return outcomes;
    }

    /// <summary>
    /// Refreshes at once the pages of messages that are held back, and then withdraws the messages. R7: The caller's
    /// own work is done, so that a fault is logged; a message that it leaves shows, and has attempts of its own.
    /// </summary>
    /// <param name="held">The messages.</param>
    /// <param name="attempt">The attempt at the message of the caller.</param>
    /// <param name="cancellation">Cancels the work.</param>
    internal async Task<IReadOnlyList<RefreshOutcome>> FollowAsync(
        IReadOnlyList<HeldRefresh> held, int attempt, CancellationToken cancellation)
    {
        var outcomes = new List<RefreshOutcome>();
        foreach (var message in held)
        {
            try
            {
                var request = new PageRefreshMessage(message.Pages) { FollowsPublish = true };
                outcomes.AddRange(await RefreshOnceAsync(request, attempt, cancellation));
                await _messages.WithdrawAsync(message, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                log.LogWarning(fault, "Left {Pages} pages to the message that is held back", message.Pages.Count);
            }
        }

        return outcomes;
    }

    private async Task<IReadOnlyList<RefreshOutcome>> RefreshAsync(
        PageRefreshMessage request, int attempt, CancellationToken cancellation)
    {
        try
        {
            if (request.IsRebuild)
            {
                await ContinueAsync(request, attempt, cancellation);
                return [];
            }

            return await RefreshOnceAsync(request, attempt, cancellation);
        }
        catch (Exception fault)
            when (attempt >= ReceivedMessage.MaxAttempts && !cancellation.IsCancellationRequested)
        {
            foreach (var (work, reason) in GivenUp(request, fault))
            {
                await failures.RecordFailureAsync(work, reason, cancellation);
            }

            throw;
        }
    }

    private async Task<IReadOnlyList<RefreshOutcome>> RefreshOnceAsync(
        PageRefreshMessage request, int attempt, CancellationToken cancellation)
    {
        var refresh = new RefreshRequest(request.Pages, attempt)
        {
            Force = request.Force,
            Trace = request.Trace,
            FollowsPublish = request.FollowsPublish,
        };
        var outcomes = await refresher.RefreshAsync(refresh, cancellation);

        // A page that was written before it was deferred has the outcome "written", so its hub is notified now.
        await Task.WhenAll(outcomes.Select(o => notice.OfAsync(o, attempt, cancellation)));
        return outcomes;
    }

    private async Task ContinueAsync(PageRefreshMessage request, int attempt, CancellationToken cancellation)
    {
        using var span = PublishingTrace.Handle("rebuild", request.Trace)?.SetTag("lysekil.attempt", attempt);
        try
        {
            await rebuilder.ContinueAsync(request.Waits, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            span.Fail(fault);
            throw;
        }
    }

    private static IEnumerable<(WorkItem Work, Exception Fault)> GivenUp(
        PageRefreshMessage request, Exception fault) => fault switch
        {
            RefreshFailedException failed =>
                failed.Faults.Select(f => ((WorkItem)new WorkItem.Refreshing(f.Page), f.Fault)),
            _ when request.IsRebuild => [(new WorkItem.Rebuilding(), fault)],
            _ => request.Pages.Select(p => ((WorkItem)new WorkItem.Refreshing(p), fault)),
        };
}
