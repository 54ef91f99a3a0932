using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Repair.Failures;

/// <summary>
/// Empties the poison queues. The work of a message is recorded in the index as a failure, from which it is tried again
/// (<see cref="Retries"/>). A message that asks for nothing is logged and thrown away, since no retry can help it.
/// </summary>
internal sealed class PoisonDrain(SiteStorage storage, FailureRecords failures, ILogger log)
{
    /// <summary>Messages of each queue in one run; more are left to the next run.</summary>
    public const int MostMessages = 512;

    private const int MostOfABatch = 32;
    private const int MostOfABody = 200;

    /// <summary>
    /// For how long received messages are hidden. If this run dies, a later one finds them again (R6).
    /// </summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(5);

    /// <returns>How many messages were taken.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellation)
    {
        var drained = await DrainAsync(storage.PoisonedContentEvents, OfContentEvent, cancellation)
            + await DrainAsync(storage.PoisonedPageRefreshes, OfPageRefresh, cancellation);
        if (drained > 0)
        {
            PublishingMeter.Drained(drained);
            log.LogInformation("Took {Messages} messages from the poison queues", drained);
        }

        return drained;
    }

    private async Task<int> DrainAsync(
        IPoisonQueue queue, Func<string, IReadOnlyList<WorkItem>?> read, CancellationToken cancellation)
    {
        var drained = 0;
        while (drained < MostMessages
            && await queue.ReceiveAsync(MostOfABatch, Hidden, cancellation) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                if (WorksOf(message, read) is { } works)
                {
                    foreach (var work in works)
                    {
                        await failures.NoteAsync(work, cancellation);
                    }
                }
                else
                {
                    var beginning = Beginning(message.Text ?? message.Body);
                    log.LogError("Threw away a poisoned message that asks for nothing: {Beginning}", beginning);
                }

                await queue.DeleteAsync(message, cancellation);
                drained++;
            }
        }

        return drained;
    }

    /// <summary>
    /// The work of a message; <c>null</c> where it asks for nothing. The body is read as it is, too: the functions host
    /// moves a message that was sent without base64 here at once.
    /// </summary>
    private static IReadOnlyList<WorkItem>? WorksOf(
        PoisonedMessage message, Func<string, IReadOnlyList<WorkItem>?> read) =>
        (message.Text is { } text ? read(text) : null) ?? read(message.Body);

    /// <summary>
    /// The work of a message of the queue <c>content-events</c>; <c>null</c> where it is neither an event nor a request
    /// to refresh pages that follow a publish.
    /// </summary>
    private static IReadOnlyList<WorkItem>? OfContentEvent(string message) =>
        ContentEvent.Read(message) is { } calls
            ? [.. calls.Select(c => c.Path).Where(p => p.Kind != SourceKind.Ignored).Distinct()
                .Select(p => new WorkItem.Publishing(p))]
            : OfPageRefresh(message);

    /// <summary>
    /// The work of a message of the queue <c>page-refreshes</c>; <c>null</c> where it is no request. The pages above
    /// those of the message are part of the work, since a refresh may die before it has sent the messages for them.
    /// </summary>
    private static IReadOnlyList<WorkItem>? OfPageRefresh(string message) => PageRefreshMessage.Read(message) switch
    {
        null => null,
        { IsRebuild: true } => [new WorkItem.Rebuilding()],
        var request =>
        [
            .. request.Pages.SelectMany(p => new[] { p }.Concat(PageRoute.LaterThan(p)).Concat(PageRoute.FoundBy(p)))
                .Distinct().Select(p => new WorkItem.Refreshing(p)),
        ],
    };

    private static string Beginning(string text) => text.Length <= MostOfABody ? text : text[..MostOfABody];
}
