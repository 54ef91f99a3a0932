namespace Lysekil.Publishing.Engine;

/// <summary>
/// A hub (WebSub, W3C Recommendation). It fetches a feed that it is notified of, and pushes what is new to the
/// subscribers, which need not poll. Thread-safe.
/// </summary>
public interface IHub
{
    /// <summary>
    /// Notifies a hub once that a feed has changed; completes when the hub has accepted, within seconds.
    /// </summary>
    /// <param name="hub">The hub's URL.</param>
    /// <param name="feed">The feed's absolute URL, as the feed names itself.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <remarks>After any exception the hub may or may not have been notified. The caller goes on.</remarks>
    Task TellAsync(Uri hub, Uri feed, CancellationToken cancellation);
}
