using Lysekil.Publishing.Failures;
using Lysekil.Publishing.Publication;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Waking;

/// <summary>Answers the messages of the queue <c>content-events</c>.</summary>
public sealed class ContentEventHandler(Publisher publisher, FailureRecords failures, ILogger<ContentEventHandler> log)
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
        if (ContentEvent.Read(message) is not { } paths)
        {
            log.LogError("Dropped a message of {Length} characters that is no event", message.Length);
            return [];
        }

        var outcomes = new List<PublishOutcome>();
        foreach (var path in paths)
        {
            try
            {
                outcomes.Add(await publisher.PublishAsync(path, attempt, cancellation));
            }
            catch (Exception fault) when (attempt >= MessageTries.Most && !cancellation.IsCancellationRequested)
            {
                await failures.GiveUpAsync(new Work.Publishing(path), fault, cancellation);
                throw;
            }
        }

        return outcomes;
    }
}
