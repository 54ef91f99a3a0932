using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Sitemaps;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// The pages that show an article because of its place among the others: its neighbours, newer articles that lead on to
/// it, its translations, the lists of the newest articles, the front page where it leads or its topic has a section,
/// and the pages of its authors.
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
        var positions = outbox.Positions.Select(ColumnFormat.MomentOf).ToList();
        var askingNeighbours = Task.WhenAll(positions.SelectMany(date => new[]
        {
            date == outbox.Newest ? Task.FromResult<PublishedItem?>(null) : index.NewerAsync(date, path, cancellation),
            index.OlderAsync(date, path, cancellation),
        }));
        var askingTranslations =
            Task.WhenAll(outbox.Translations.Select(p => index.FindSourceAsync(p, cancellation)));
        await Task.WhenAll(askingNewer, askingNeighbours, askingTranslations);
        var newer = await askingNewer;
        var nearest = positions.Exists(date => date == outbox.Newest) ? newer.FirstOrDefault() : null;

        // All articles that are newer than one in the list of the newest are known.
        var askingRelated = Task.WhenAll(positions.Select(date => RelatedArticles.ShowingAsync(
            index,
            outbox.Related,
            date,
            path,
            date == outbox.Newest && newer.Count < index.Lengths.Newest ? newer : null,
            cancellation)));
        var askingLists = outbox.Newest is { } latest
            ? ListsAsync(outbox, latest, newer, path, cancellation)
            : Task.FromResult<IEnumerable<PageKey>>([]);
        await Task.WhenAll(askingRelated, askingLists);
        return
        [
            .. (await askingNeighbours).Prepend(nearest).Concat((await askingTranslations).Select(t => t?.Value.Live))
                .OfType<PublishedItem>().Select(l => l.Page)
                .Concat((await askingRelated).SelectMany(p => p))
                .Concat(await askingLists)
                .Concat(outbox.Authors.SelectMany(a => new[] { PageKey.Author(a), PageKey.AuthorFeed(a) }))
                .Concat(outbox.IsPinned ? [PageKey.Front] : [])
                .Distinct(),
        ];
    }

    /// <summary>
    /// The pages of parts that list the article, of those listings of it that are divided: a call for each listing. One
    /// that is divided only later has all its parts refreshed then.
    /// </summary>
    public async Task<IEnumerable<PageKey>> PartsAsync(OutboxEntry outbox, CancellationToken cancellation)
    {
        var listings = outbox.Pages.Select(page => (Page: page, Parts: PartsOf(page, outbox).ToList()))
            .Where(l => l.Parts.Count > 0);
        var parts = await Task.WhenAll(listings.Select(async l =>
            await index.IsDividedAsync(l.Page, cancellation) ? l.Parts : []));
        return parts.SelectMany(p => p);
    }

    /// <summary>The parts of a listing in which the article may be, or may have been.</summary>
    private static IEnumerable<PageKey> PartsOf(PageKey listing, OutboxEntry outbox) => PageRoute.Of(listing) switch
    {
        PageRoute.MonthOfYear { Month: var month } => outbox.Listed.Select(ColumnFormat.MomentOf)
            .Where(date => Month.Of(date) == month)
            .Select(date => PageKey.Day(DateOnly.FromDateTime(date.DateTime)))
            .Distinct(),
        PageRoute.TopicYear year => outbox.Pages.Select(PageRoute.Of).OfType<PageRoute.MonthOfYear>()
            .Where(m => m.Month.Year == year.Year)
            .Select(m => PageKey.TopicMonth(year.Topic, m.Month)),
        _ => [],
    };

    /// <summary>
    /// The same pages with the front page, where it has a section of a topic whose newest articles are affected.
    /// </summary>
    public static IReadOnlyList<PageKey> WithSections(IReadOnlyList<PageKey> affected, IReadOnlyList<Topic> sections) =>
        sections.Any(s => affected.Contains(PageKey.TopicFeed(s.Slug)))
            ? [.. affected.Append(PageKey.Front).Distinct()]
            : affected;

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
                ? TopicLists(topic, outbox)
                : []));
        return
        [
            .. isNewest ? new[] { PageKey.Front, PageKey.Rss, PageKey.Atom, PageKey.JsonFeed } : [],
            .. isNewest || newer[^1].Date - date <= NewsSitemap.Span ? new[] { PageKey.NewsSitemap } : [],
            .. topics.SelectMany(t => t),
        ];
    }

    /// <summary>The pages of a topic's newest articles: its feed; and its page, if lists show a change.</summary>
    /// <remarks>
    /// The page follows its years, too. But one that was rendered while an article was there for a moment shows it for
    /// good if the article is gone before its year's summary tells of it: that summary never changes (decision 0031).
    /// </remarks>
    private static PageKey[] TopicLists(Slug topic, OutboxEntry outbox) =>
        outbox.Listed.Count > 0 ? [PageKey.TopicFeed(topic), PageKey.Topic(topic)] : [PageKey.TopicFeed(topic)];
}
