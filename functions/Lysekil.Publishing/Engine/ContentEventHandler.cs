using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Repair.Failures;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Engine;

/// <summary>Answers the messages of the queue <c>content-events</c>.</summary>
public sealed class ContentEventHandler(
    Publisher publisher, PublicationAlarm alarm, FailureRecords failures, TimeProvider clock, ILogger<ContentEventHandler> log)
{
    /// <summary>
    /// Publishes the sources that a message names; one that is no event is logged and done with. A fault is the caller's, to
    /// try the message again; with the last try the archive is told of it, too.
    /// </summary>
    /// <param name="received">The message.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>One outcome for each source.</returns>
    public async Task<IReadOnlyList<PublishOutcome>> HandleAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        if (ContentEvent.Read(received.Message) is not { } calls)
        {
            log.LogError("Dropped a message of {Length} characters that is no event", received.Message.Length);
            return [];
        }

        if (received is { Attempt: 1, Queued: { } queued } && calls.All(c => c.Alarm is null))
        {
            PublishingMeter.Waited(StorageNames.ContentEvents, clock.GetUtcNow() - queued);
        }

        var outcomes = new List<PublishOutcome>();
        foreach (var call in calls)
        {
            using var span = PublishingTrace.Handle("publish", call.Trace);
            span?.SetTag("lysekil.source", call.Path.Value).SetTag("lysekil.attempt", received.Attempt);
            try
            {
                var outcome = await PublishAsync(call, received.Attempt, cancellation);
                span?.SetTag("lysekil.change", outcome.Change).SetTag("lysekil.page", outcome.Page?.Value);
                PublishingMeter.Published(outcome.Change);
                outcomes.Add(outcome);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                span.Fail(fault);
                if (received.Attempt >= ReceivedMessage.MaxAttempts)
                {
                    await failures.RecordFailureAsync(new WorkItem.Publishing(call.Path), fault, cancellation);
                }

                throw;
            }
        }

        return outcomes;
    }

    private async Task<PublishOutcome> PublishAsync(PublishRequest call, int attempt, CancellationToken cancellation)
    {
        var outcome = await publisher.PublishAsync(call.Path, attempt, cancellation);
        if (call.Alarm is { } date && outcome.ScheduledFor == date)
        {
            // Too early: the date is beyond the longest alarm, or this clock is behind. An alarm for another date than the
            // article now has sets none, or the alarms of an article that is moved to and fro would become ever more.
            await alarm.SetAsync(call.Path, date, cancellation);
        }

        return outcome;
    }
}
