using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Publication;

namespace Lysekil.Publishing.Scheduling;

/// <summary>Publishes scheduled articles when their date has come.</summary>
public sealed class PublicationSchedule(ArchiveIndex archive, Publisher publisher, TimeProvider clock)
{
    /// <summary>More than these are left to the next run, a minute later.</summary>
    private const int MostArticles = 200;

    public async Task<IReadOnlyList<PublishOutcome>> PublishDueAsync(CancellationToken cancellation)
    {
        var outcomes = new List<PublishOutcome>();
        foreach (var due in await archive.ScheduledAsync(clock.GetUtcNow(), MostArticles, cancellation))
        {
            outcomes.Add(await publisher.PublishAsync(due.Path, cancellation));
        }

        return outcomes;
    }
}
