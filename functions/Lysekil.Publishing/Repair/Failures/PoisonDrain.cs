using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Telemetry;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Repair.Failures;

/// <summary>
/// Empties the poison queues. What a message asked for becomes owed in the archive, and is woken from there
/// (<see cref="Retries"/>); a message that no retry can help, since it asks for nothing, is logged and thrown away.
/// </summary>
internal sealed class PoisonDrain(SiteStorage storage, FailureRecords failures, ILogger log)
{
    /// <summary>Of each queue; more are left to the next run.</summary>
    public const int MostMessages = 512;

    private const int MostOfABatch = 32;
    private const int MostOfABody = 200;

    /// <summary>If this run dies, the next finds its messages.</summary>
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

    private async Task<int> DrainAsync(IPoisonQueue queue, Func<string, IReadOnlyList<WorkItem>?> read, CancellationToken cancellation)
    {
        var drained = 0;
        while (drained < MostMessages && await queue.ReceiveAsync(MostOfABatch, Hidden, cancellation) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                if (message.Text is { } text && read(text) is { } works)
                {
                    foreach (var work in works)
                    {
                        await failures.NoteAsync(work, cancellation);
                    }
                }
                else
                {
                    log.LogError("Threw away a poisoned message that asks for nothing: {Beginning}", Beginning(message.Text ?? message.Body));
                }

                await queue.DeleteAsync(message, cancellation);
                drained++;
            }
        }

        return drained;
    }

    /// <summary>What a message of the queue <c>content-events</c> asks for; <c>null</c> where it is no event.</summary>
    private static IReadOnlyList<WorkItem>? OfContentEvent(string message) =>
        ContentEvent.Read(message) is { } calls
            ? [.. calls.Select(c => c.Path).Where(p => p.Kind != SourceKind.Ignored).Distinct().Select(p => new WorkItem.Publishing(p))]
            : null;

    /// <summary>
    /// What a message of the queue <c>page-refreshes</c> asks for; <c>null</c> where it is no request. Whoever refreshes a page may
    /// die over those that it calls.
    /// </summary>
    private static IReadOnlyList<WorkItem>? OfPageRefresh(string message) => PageRefreshMessage.Read(message) switch
    {
        null => null,
        { IsRebuild: true } => [new WorkItem.Rebuilding()],
        var request => [.. request.Pages.Concat(request.Pages.SelectMany(PageRoute.LaterThan)).Distinct().Select(p => new WorkItem.Refreshing(p))],
    };

    private static string Beginning(string text) => text.Length <= MostOfABody ? text : text[..MostOfABody];
}
