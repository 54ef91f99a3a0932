using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Engine;

/// <summary>
/// Handles the messages of the queue <c>content-events</c>: those that ask to publish sources, and those that ask to
/// refresh pages which follow a publish.
/// </summary>
public sealed class ContentEventHandler(
    Publisher publisher,
    PageRefreshHandler refreshes,
    PublicationAlarm alarm,
    FailureRecords failures,
    OverdueReconcile? overdue,
    TimeProvider clock,
    ILogger<ContentEventHandler> log)
{
    /// <summary>
    /// Publishes the sources that a message names, and refreshes the pages that show them. A message that asks for
    /// neither is logged and dropped. R7: A fault is thrown, so that the queue tries the message again; at the last
    /// attempt it is recorded in the index, too. R6: An overdue reconcile is run afterwards.
    /// </summary>
    /// <param name="received">The message.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>One outcome for each source; none for a message that asks to refresh pages.</returns>
    public async Task<IReadOnlyList<PublishOutcome>> HandleAsync(
        ReceivedMessage received, CancellationToken cancellation)
    {
        if (ContentEvent.Read(received.Message) is not { } requests)
        {
            if (PageRefreshMessage.Read(received.Message) is { } request)
            {
                await refreshes.HandleAsync(request with { FollowsPublish = true }, received, cancellation);
                return [];
            }

            log.LogError("Dropped a message of {Length} characters that is no event", received.Message.Length);
            return [];
        }

        if (received is { Attempt: 1, Queued: { } queued } && requests.All(r => r.Alarm is null))
        {
            PublishingMeter.Waited(StorageNames.ContentEvents, clock.GetUtcNow() - queued);
        }

        var outcomes = new List<PublishOutcome>();
        foreach (var request in requests)
        {
            using var span = PublishingTrace.Handle("publish", request.Trace);
            span?.SetTag("lysekil.source", request.Path.Value).SetTag("lysekil.attempt", received.Attempt);
            try
            {
                var outcome = await PublishAsync(request, received.Attempt, cancellation);
                span?.SetTag("lysekil.change", outcome.Change).SetTag("lysekil.page", outcome.Page?.Value);
                PublishingMeter.Published(outcome.Change);
                var followed = await refreshes.FollowAsync(outcome.Held, received.Attempt, cancellation);
                outcomes.Add(outcome with { Followed = followed });
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                span.Fail(fault);
                if (received.Attempt >= ReceivedMessage.MaxAttempts)
                {
                    await failures.RecordFailureAsync(new WorkItem.Publishing(request.Path), fault, cancellation);
                }

                throw;
            }
        }

        if (overdue is not null)
        {
            await overdue.RunAsync(cancellation);
        }

        return outcomes;
    }

    private async Task<PublishOutcome> PublishAsync(PublishRequest request, int attempt, CancellationToken cancellation)
    {
        var outcome = await publisher.PublishAsync(request.Path, attempt, cancellation);
        if (request.Alarm is { } date && outcome.Due == date)
        {
            // The date is beyond the longest alarm, or this clock is behind. An alarm for another date than the article
            // now has sets no new one; otherwise the alarms of an article that is moved to and fro would multiply.
            await alarm.SetAsync(request.Path, date, cancellation);
        }

        return outcome;
    }
}
