using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Messaging;

/// <summary>
/// Publishes a scheduled article to the second, and ends one that expires, by a message that shows at its date. R6: If
/// the message is lost, <c>PublicationSchedule</c> finds the article within a minute.
/// </summary>
public sealed class PublicationAlarm(SiteStorage storage, TimeProvider clock)
{
    /// <summary>
    /// The longest time for which a queue hides a message. A later date is set again when the alarm goes off.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Sets an alarm. One call.</summary>
    /// <param name="path">The article.</param>
    /// <param name="date">When the article goes live or expires. The alarm of a past date goes off at once.</param>
    /// <param name="cancellation">Cancels the call; the alarm may be set all the same.</param>
    public Task SetAsync(SourcePath path, DateTimeOffset date, CancellationToken cancellation)
    {
        var seconds = Math.Clamp((date - clock.GetUtcNow()).TotalSeconds, 0, Longest.TotalSeconds);

        // Queues count whole seconds. An early alarm would find the article still scheduled, and set another.
        var delay = TimeSpan.FromSeconds(Math.Ceiling(seconds));
        return storage.ContentEvents.SendAsync(ContentEvent.Publish(path, date), delay, cancellation);
    }
}
