using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Sitemaps;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// What shows an article because of where it stands among the others: its neighbours, and the lists of the newest. Only the
/// archive knows, and only once the article's commit stands: of two that come at once, each sees the other at the latest
/// here. Most articles that change are old, and no list of the newest need be looked at for them.
/// </summary>
/// <param name="index">The archive, as it is once the commit stands.</param>
/// <param name="isBulk">Whether all lists are refreshed at the end anyway, so that asking for each article would only cost.</param>
internal sealed class AffectedListings(SiteIndex index, bool isBulk)
{
    /// <summary>The pages that may show it, at the places where it stands and where it stood.</summary>
    public async Task<IReadOnlyList<PageKey>> OfAsync(OutboxEntry outbox, SourcePath path, CancellationToken cancellation)
    {
        var askingNewer = outbox.Newest is { } newest ? index.AllNewerAsync(newest, path, cancellation) : Task.FromResult(new List<PublishedItem>());
        var askingNeighbours = Task.WhenAll(outbox.Positions.Select(RowWriter.Moment).SelectMany(date => new[]
        {
            date == outbox.Newest ? FirstAsync(askingNewer) : index.NewerAsync(date, path, cancellation),
            index.OlderAsync(date, path, cancellation),
        }));
        await Task.WhenAll(askingNewer, askingNeighbours);
        var lists = outbox.Newest is { } date ? await ListsAsync(outbox, date, await askingNewer, path, cancellation) : [];
        return [.. (await askingNeighbours).OfType<PublishedItem>().Select(l => l.Page).Concat(lists).Distinct()];
    }

    private static async Task<PublishedItem?> FirstAsync(Task<List<PublishedItem>> asking) => (await asking).FirstOrDefault();

    private async Task<IEnumerable<PageKey>> ListsAsync(
        OutboxEntry outbox, DateTimeOffset date, List<PublishedItem> newer, SourcePath path, CancellationToken cancellation)
    {
        var isNewest = newer.Count < index.Lengths.Newest;
        var areAllOfTopicNewest = isBulk || newer.Count < index.Lengths.NewestOfTopic;
        var topics = await Task.WhenAll(outbox.Topics.Select(async topic =>
            areAllOfTopicNewest || await index.IsNewestOfAsync(topic, date, path, cancellation) ? PageKey.TopicFeed(topic) : null));
        return
        [
            .. isNewest ? new[] { PageKey.Front, PageKey.Rss, PageKey.Atom, PageKey.JsonFeed } : [],
            .. isNewest || newer[^1].Date - date <= NewsSitemap.Span ? new[] { PageKey.NewsSitemap } : [],
            .. topics.OfType<PageKey>(),
        ];
    }
}
