using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Engine;

/// <summary>Answers the messages of the queue <c>page-refreshes</c>.</summary>
public sealed class PageRefreshHandler(
    Refresher refresher, Rebuilder rebuilder, FeedNotice notice, FailureRecords failures, TimeProvider clock, ILogger<PageRefreshHandler> log)
{
    /// <summary>
    /// Refreshes the pages that a message names, or does a slice of the rebuild. A fault is the caller's, to try the message
    /// again; with the last try the archive is told of it, too.
    /// </summary>
    /// <param name="received">The message; one that is no request is logged and done with.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The outcomes of the pages, and of those above them that followed; none for a rebuild.</returns>
    public async Task<IReadOnlyList<RefreshOutcome>> HandleAsync(ReceivedMessage received, CancellationToken cancellation)
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
                var outcomes = await refresher.RefreshAsync(
                    new RefreshRequest(request.Pages, received.Attempt) { Force = request.Force, Trace = request.Trace }, cancellation);
                await Task.WhenAll(outcomes.Select(o => notice.OfAsync(o, received.Attempt, cancellation))); // Who put it off has told of what was written.
                return outcomes;
            }

            await ContinueAsync(request, received.Attempt, cancellation);
            return [];
        }
        catch (Exception fault) when (received.Attempt >= ReceivedMessage.MaxAttempts && !cancellation.IsCancellationRequested)
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

    private static IEnumerable<(WorkItem Work, Exception Fault)> GivenUp(PageRefreshMessage request, Exception fault) => fault switch
    {
        RefreshFailedException failed => failed.Faults.Select(f => ((WorkItem)new WorkItem.Refreshing(f.Page), f.Fault)),
        _ when request.IsRebuild => [(new WorkItem.Rebuilding(), fault)],
        _ => request.Pages.Select(p => ((WorkItem)new WorkItem.Refreshing(p), fault)),
    };
}
