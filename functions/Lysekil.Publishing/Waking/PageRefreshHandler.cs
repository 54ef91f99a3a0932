using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Waking;

/// <summary>Answers the messages of the queue <c>page-refreshes</c>.</summary>
public sealed class PageRefreshHandler(Refresher refresher, Rebuilder rebuilder, ILogger<PageRefreshHandler> log)
{
    /// <summary>Refreshes the page that a message names, or does a slice of the rebuild.</summary>
    /// <param name="message">The message's text; one that is no request is logged and done with.</param>
    /// <param name="attempt">How often the message was taken from the queue, from 1.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The page's outcome; none for a rebuild.</returns>
    public async Task<IReadOnlyList<RefreshOutcome>> HandleAsync(string message, int attempt, CancellationToken cancellation)
    {
        switch (PageRefreshMessage.Read(message))
        {
            case { Page: { } page }:
                return [await refresher.RefreshAsync(page, attempt, cancellation)];
            case { Waits: var waits }:
                await rebuilder.ContinueAsync(waits, cancellation);
                return [];
            default:
                log.LogError("Dropped a message of {Length} characters that is no request", message.Length);
                return [];
        }
    }
}
