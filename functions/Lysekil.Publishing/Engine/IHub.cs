namespace Lysekil.Publishing.Engine;

/// <summary>
/// A hub (WebSub, W3C Recommendation): it fetches a feed that it is told of, and passes on what is new to those who follow it,
/// who need not ask again and again. Safe for several threads.
/// </summary>
public interface IHub
{
    /// <summary>Tells a hub that a feed is another, once; done when the hub has taken note, within seconds.</summary>
    /// <param name="hub">The hub's address.</param>
    /// <param name="feed">The feed's own address, absolute, as the feed names itself.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <remarks>Any exception means that it has perhaps not been told. The caller goes on without it.</remarks>
    Task TellAsync(Uri hub, Uri feed, CancellationToken cancellation);
}
