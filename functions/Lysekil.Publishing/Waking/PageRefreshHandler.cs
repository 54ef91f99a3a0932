using Lysekil.Publishing.Failures;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Waking;

/// <summary>Answers the messages of the queue <c>page-refreshes</c>.</summary>
public sealed class PageRefreshHandler(Refresher refresher, Rebuilder rebuilder, FailureRecords failures, ILogger<PageRefreshHandler> log)
{
    /// <summary>
    /// Refreshes the page that a message names, or does a slice of the rebuild. A fault is the caller's, to try the message
    /// again; with the last try the archive is told of it, too.
    /// </summary>
    /// <param name="message">The message's text; one that is no request is logged and done with.</param>
    /// <param name="attempt">How often the message was taken from the queue, from 1 to <see cref="MessageTries.Most"/>.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The page's outcome; none for a rebuild.</returns>
    public async Task<IReadOnlyList<RefreshOutcome>> HandleAsync(string message, int attempt, CancellationToken cancellation)
    {
        if (PageRefreshMessage.Read(message) is not { } request)
        {
            log.LogError("Dropped a message of {Length} characters that is no request", message.Length);
            return [];
        }

        try
        {
            if (request.Page is { } page)
            {
                return [await refresher.RefreshAsync(page, attempt, cancellation)];
            }

            await rebuilder.ContinueAsync(request.Waits, cancellation);
            return [];
        }
        catch (Exception fault) when (attempt >= MessageTries.Most && !cancellation.IsCancellationRequested)
        {
            await failures.GiveUpAsync(request.Page is { } page ? new Work.Refreshing(page) : new Work.Rebuilding(), fault, cancellation);
            throw;
        }
    }
}
