using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Sitemaps;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// The pages that show an article because of its place among the others: its neighbours, the lists of the newest
/// articles, and the pages of its authors.
/// </summary>
/// <remarks>
/// R1: The index is queried after the article's commit. Of two articles that are published at once, at least the later
/// query sees both. Most articles that change are old, and then the lists of the newest are not queried.
/// </remarks>
/// <param name="index">The index as it is once the commit stands.</param>
/// <param name="isBulk">
/// Whether all topics' lists are refreshed at the end, so that a query for each article is wasted.
/// </param>
internal sealed class AffectedListings(SiteIndex index, bool isBulk)
{
    /// <summary>The pages that may show the article at its new place or at its old one.</summary>
    public async Task<IReadOnlyList<PageKey>> OfAsync(
        OutboxEntry outbox, SourcePath path, CancellationToken cancellation)
    {
        var askingNewer = outbox.Newest is { } newest
            ? index.AllNewerAsync(newest, path, cancellation)
            : Task.FromResult(new List<PublishedItem>());
        var askingNeighbours = Task.WhenAll(outbox.Positions.Select(ColumnFormat.MomentOf).SelectMany(date => new[]
        {
            date == outbox.Newest ? FirstAsync(askingNewer) : index.NewerAsync(date, path, cancellation),
            index.OlderAsync(date, path, cancellation),
        }));
        await Task.WhenAll(askingNewer, askingNeighbours);
        var lists = outbox.Newest is { } date
            ? await ListsAsync(outbox, date, await askingNewer, path, cancellation)
            : [];
        var byAuthor = outbox.Authors.SelectMany(a => new[] { PageKey.Author(a), PageKey.AuthorFeed(a) });
        return
        [
            .. (await askingNeighbours).OfType<PublishedItem>().Select(l => l.Page).Concat(lists).Concat(byAuthor)
                .Distinct(),
        ];
    }

    private static async Task<PublishedItem?> FirstAsync(Task<List<PublishedItem>> asking) =>
        (await asking).FirstOrDefault();

    private async Task<IEnumerable<PageKey>> ListsAsync(
        OutboxEntry outbox,
        DateTimeOffset date,
        List<PublishedItem> newer,
        SourcePath path,
        CancellationToken cancellation)
    {
        var isNewest = newer.Count < index.Lengths.Newest;
        var areAllOfTopicNewest = isBulk || newer.Count < index.Lengths.NewestOfTopic;
        var topics = await Task.WhenAll(outbox.Topics.Select(async topic =>
            areAllOfTopicNewest || await index.IsNewestOfAsync(topic, date, path, cancellation)
                ? PageKey.TopicFeed(topic)
                : null));
        return
        [
            .. isNewest ? new[] { PageKey.Front, PageKey.Rss, PageKey.Atom, PageKey.JsonFeed } : [],
            .. isNewest || newer[^1].Date - date <= NewsSitemap.Span ? new[] { PageKey.NewsSitemap } : [],
            .. topics.OfType<PageKey>(),
        ];
    }
}
