using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// R6: Publishes the scheduled articles whose date has come, and again the texts that expire, in case a
/// <see cref="PublicationAlarm"/> was lost: once a minute, and with each reconcile.
/// </summary>
public sealed class PublicationSchedule(SiteStorage storage, SiteIndex index, TimeProvider clock)
{
    /// <summary>The most articles of one run. The next takes the others.</summary>
    private const int MostArticles = 500;

    /// <returns>The sources that are due, for each of which a message was sent.</returns>
    public async Task<IReadOnlyList<SourcePath>> PublishDueAsync(CancellationToken cancellation)
    {
        var due = await index.ScheduledAsync(clock.GetUtcNow(), MostArticles, cancellation);
        var paths = due.Select(a => a.Path).ToList();
        await new MessageSender(storage).PublishAsync(paths, cancellation);
        return paths;
    }
}
