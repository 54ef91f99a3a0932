using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Engine;

/// <summary>Handles the messages of the queue <c>page-refreshes</c>.</summary>
public sealed class PageRefreshHandler(
    Refresher refresher,
    Rebuilder rebuilder,
    FeedNotice notice,
    FailureRecords failures,
    TimeProvider clock,
    ILogger<PageRefreshHandler> log)
{
    /// <summary>
    /// Refreshes the pages that a message names, or does a slice of the rebuild. R7: A fault is thrown, so that the
    /// queue tries the message again; at the last attempt it is recorded in the index, too.
    /// </summary>
    /// <param name="received">The message; a text that is no request is logged and dropped.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The outcomes of the pages, and of the pages that followed; none for a rebuild.</returns>
    public async Task<IReadOnlyList<RefreshOutcome>> HandleAsync(
        ReceivedMessage received, CancellationToken cancellation)
    {
        if (PageRefreshMessage.Read(received.Message) is not { } request)
        {
            log.LogError("Dropped a message of {Length} characters that is no request", received.Message.Length);
            return [];
        }

        if (received is { Attempt: 1, Queued: { } queued } && request.Waits == 0)
        {
            PublishingMeter.Waited(StorageNames.PageRefreshes, clock.GetUtcNow() - queued);
        }

        try
        {
            if (!request.IsRebuild)
            {
                var refresh = new RefreshRequest(request.Pages, received.Attempt)
                {
                    Force = request.Force,
                    Trace = request.Trace,
                };
                var outcomes = await refresher.RefreshAsync(refresh, cancellation);

                // A page that was written before it was deferred has the outcome "written", so its hub is notified now.
                await Task.WhenAll(outcomes.Select(o => notice.OfAsync(o, received.Attempt, cancellation)));
                return outcomes;
            }

            await ContinueAsync(request, received.Attempt, cancellation);
            return [];
        }
        catch (Exception fault)
            when (received.Attempt >= ReceivedMessage.MaxAttempts && !cancellation.IsCancellationRequested)
        {
            foreach (var (work, reason) in GivenUp(request, fault))
            {
                await failures.RecordFailureAsync(work, reason, cancellation);
            }

            throw;
        }
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
