using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Messaging;

/// <summary>
/// Wakes the publishing of a scheduled article when its date comes, to the second: by a message that shows then. A wake-up
/// call like any other: where it is lost, <c>PublicationSchedule</c> finds the article within a minute.
/// </summary>
public sealed class PublicationAlarm(SiteStorage storage, TimeProvider clock)
{
    /// <summary>A queue hides a message no longer. What is to come later is set again when the alarm goes off.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Sets an alarm. One call.</summary>
    /// <param name="path">The scheduled article.</param>
    /// <param name="date">When it is to go live; the alarm of a date that has come goes off at once.</param>
    /// <param name="cancellation">Ends the wait; the alarm may have been set.</param>
    public Task SetAsync(SourcePath path, DateTimeOffset date, CancellationToken cancellation)
    {
        var seconds = Math.Clamp((date - clock.GetUtcNow()).TotalSeconds, 0, Longest.TotalSeconds);

        // Queues count whole seconds. One too few would find the article still to come, and set the alarm again.
        var delay = TimeSpan.FromSeconds(Math.Ceiling(seconds));
        return storage.ContentEvents.SendAsync(ContentEvent.Publish(path, date), delay, cancellation);
    }
}
