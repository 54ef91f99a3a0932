using Lysekil.Publishing.Failures;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Scheduling;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Waking;

/// <summary>Answers the messages of the queue <c>content-events</c>.</summary>
public sealed class ContentEventHandler(
    Publisher publisher, PublicationAlarm alarm, FailureRecords failures, ILogger<ContentEventHandler> log)
{
    /// <summary>
    /// Publishes the sources that a message names; one that is no event is logged and done with. A fault is the caller's, to
    /// try the message again; with the last try the archive is told of it, too.
    /// </summary>
    /// <param name="message">The message's text.</param>
    /// <param name="attempt">How often the message was taken from the queue, from 1 to <see cref="MessageTries.Most"/>.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>One outcome for each source.</returns>
    public async Task<IReadOnlyList<PublishOutcome>> HandleAsync(string message, int attempt, CancellationToken cancellation)
    {
        if (ContentEvent.Read(message) is not { } calls)
        {
            log.LogError("Dropped a message of {Length} characters that is no event", message.Length);
            return [];
        }

        var outcomes = new List<PublishOutcome>();
        foreach (var call in calls)
        {
            try
            {
                outcomes.Add(await PublishAsync(call, attempt, cancellation));
            }
            catch (Exception fault) when (attempt >= MessageTries.Most && !cancellation.IsCancellationRequested)
            {
                await failures.GiveUpAsync(new Work.Publishing(call.Path), fault, cancellation);
                throw;
            }
        }

        return outcomes;
    }

    private async Task<PublishOutcome> PublishAsync(PublishCall call, int attempt, CancellationToken cancellation)
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
