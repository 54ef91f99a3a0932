using Lysekil.Publishing.Failures;
using Lysekil.Publishing.Feeds;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Waking;

/// <summary>Answers the messages of the queue <c>page-refreshes</c>.</summary>
public sealed class PageRefreshHandler(
    Refresher refresher, Rebuilder rebuilder, FeedNotice notice, FailureRecords failures, TimeProvider clock, ILogger<PageRefreshHandler> log)
{
    /// <summary>
    /// Refreshes the page that a message names, or does a slice of the rebuild. A fault is the caller's, to try the message
    /// again; with the last try the archive is told of it, too.
    /// </summary>
    /// <param name="delivery">The message; one that is no request is logged and done with.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The page's outcome; none for a rebuild.</returns>
    public async Task<IReadOnlyList<RefreshOutcome>> HandleAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (PageRefreshMessage.Read(delivery.Message) is not { } request)
        {
            log.LogError("Dropped a message of {Length} characters that is no request", delivery.Message.Length);
            return [];
        }

        if (delivery is { Attempt: 1, Queued: { } queued } && request.Waits == 0)
        {
            PublishingMeter.Waited(StorageNames.PageRefreshes, clock.GetUtcNow() - queued);
        }

        using var span = PublishingTrace.Handle(request.Page is null ? "rebuild" : "refresh", request.Trace);
        span?.SetTag("lysekil.page", request.Page?.Value).SetTag("lysekil.attempt", delivery.Attempt);
        try
        {
            if (request.Page is { } page)
            {
                var outcome = await refresher.RefreshAsync(page, delivery.Attempt, cancellation);
                span?.SetTag("lysekil.outcome", outcome.Result);
                PublishingMeter.Refreshed(outcome.Result);
                await notice.OfAsync(outcome, delivery.Attempt, cancellation);
                return [outcome];
            }

            await rebuilder.ContinueAsync(request.Waits, cancellation);
            return [];
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            span.Fail(fault);
            if (delivery.Attempt >= MessageTries.Most)
            {
                await failures.GiveUpAsync(request.Page is { } page ? new Work.Refreshing(page) : new Work.Rebuilding(), fault, cancellation);
            }

            throw;
        }
    }
}
