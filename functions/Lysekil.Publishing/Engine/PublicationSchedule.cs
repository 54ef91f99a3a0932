using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Engine;

/// <summary>
/// Wakes the publishing of scheduled articles when their date has come: the net below <see cref="PublicationAlarm"/>, once a minute.
/// </summary>
public sealed class PublicationSchedule(SiteStorage storage, SiteIndex index, TimeProvider clock)
{
    /// <summary>More than these are left to the next run, a minute later.</summary>
    private const int MostArticles = 500;

    /// <returns>The sources that are due.</returns>
    public async Task<IReadOnlyList<SourcePath>> PublishDueAsync(CancellationToken cancellation)
    {
        var due = await index.ScheduledAsync(clock.GetUtcNow(), MostArticles, cancellation);
        var paths = due.Select(a => a.Path).ToList();
        await new MessageSender(storage).PublishAsync(paths, cancellation);
        return paths;
    }
}
