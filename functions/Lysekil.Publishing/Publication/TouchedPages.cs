using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Pages;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// The pages that a change of one source touches, and what is left to ask once it is committed. Pure.
/// </summary>
public static class TouchedPages
{
    /// <param name="before">The source's record.</param>
    /// <param name="after">Its next record.</param>
    /// <param name="renamedFrom">The tombstone whose identity it takes, and which keeps no place in feeds then.</param>
    public static OutboxEntry Of(SourceRecord? before, SourceRecord? after, SourceRecord? renamedFrom = null)
    {
        var (old, live) = (before?.Live, after?.Live);
        var pages = new List<PageKey>();
        var items = new[] { live, old }.OfType<PublishedItem>().ToList();
        var isSame = PublishedItem.AreSame(old, live);
        var looksAlike = isSame || (old is not null && live is not null && old.ListsLike(live));
        if (!isSame)
        {
            pages.AddRange(items.Select(l => l.Page));
            pages.AddRange(items.SelectMany(Overviews));
            pages.AddRange(looksAlike ? [] : items.SelectMany(Periods));
            pages.AddRange(items.SelectMany(PicturePages.CopiesOf));
        }

        pages.AddRange(SearchShards(before, after));
        pages.AddRange(ChangedRedirects(before, after));
        return new OutboxEntry
        {
            Pages = [.. pages.Distinct()],
            Positions = [.. Positions(old, live).Distinct()],
            Listed =
            [
                .. looksAlike ? [] : items.Select(i => i.Date).OfType<DateTimeOffset>().Select(ColumnFormat.TextOf)
                    .Distinct(),
            ],
            Newest = new[] { isSame ? null : old?.Date, isSame ? null : live?.Date }
                .Concat(ChangedGaps(before, after, renamedFrom))
                .Max(),
            Topics = isSame ? [] : [.. TopicsOf(live, old).Distinct()],
            Related = isSame ? [] : [.. MainTopicsOf(before, after)],
            Authors = isSame ? [] : [.. AuthorsOf(live, old).Distinct()],
            IsPinned = !isSame && (old?.Pin > 0 || live?.Pin > 0),
            Assets = [.. UsedBy(old).Except(UsedBy(live)).Concat(UsedBy(live).Except(UsedBy(old)))],
            Embedded = [.. HeldBy(old).Except(HeldBy(live)).Concat(HeldBy(live).Except(HeldBy(old)))],
            CallsUsers = (old ?? live)?.ContentType is not null
                && (old is null || live is null || old.Picture != live.Picture),
            Links = [.. LinkedBy(before).Except(LinkedBy(after)).Concat(LinkedBy(after).Except(LinkedBy(before)))],
            Targets = [.. Targets(before, after)],
            Translations = isSame ? [] : [.. TranslationsOf(old).Union(TranslationsOf(live))],
            Alarm = before?.Due != after?.Due ? after?.Due : null,
        };
    }

    /// <summary>The places that are kept free in feeds, or no more.</summary>
    private static IEnumerable<DateTimeOffset?> ChangedGaps(
        SourceRecord? before, SourceRecord? after, SourceRecord? renamedFrom) =>
        before?.FormerDate == after?.FormerDate
            ? [renamedFrom?.FormerDate]
            : [before?.FormerDate, after?.FormerDate, renamedFrom?.FormerDate];

    private static IEnumerable<Slug> TopicsOf(params PublishedItem?[] items) =>
        items.OfType<PublishedItem>().SelectMany(i => i.Topics).Select(t => t.Slug);

    private static IEnumerable<Slug> MainTopicsOf(SourceRecord? before, SourceRecord? after) =>
        new[] { before?.MainTopic, after?.MainTopic }.OfType<Slug>().Distinct();

    private static IEnumerable<Slug> AuthorsOf(params PublishedItem?[] items) =>
        items.OfType<PublishedItem>().SelectMany(i => i.Authors).Select(a => a.Slug);

    /// <summary>The pages that show the time of the last change.</summary>
    private static IEnumerable<PageKey> Overviews(PublishedItem item) => item switch
    {
        { Month: { } month } => [PageKey.MonthSitemap(month)],
        { ContentType: null } => [PageKey.StandingPagesSitemap],
        _ => [],
    };

    private static EquatableList<SourcePath> TranslationsOf(PublishedItem? item) => item?.TranslationOf ?? [];

    private static IEnumerable<SourcePath> UsedBy(PublishedItem? item) => item?.Assets.SelectMany(a => a.Paths) ?? [];

    private static EquatableList<EmbeddedPicture> HeldBy(PublishedItem? item) => item?.Embedded ?? [];

    private static IEnumerable<PageKey> LinkedBy(SourceRecord? record) => record?.Links.Select(l => l.Page) ?? [];

    /// <summary>
    /// The pages of which links find something else, except those of which the source's claim changes: their URL
    /// ownership, which the commit reads, tells whether any text links to them.
    /// </summary>
    private static IEnumerable<PageKey> Targets(SourceRecord? before, SourceRecord? after)
    {
        var (old, now) = (before?.Live, after?.Live);
        if (old is not null && old.Page == now?.Page && !before!.Anchors.Equals(after!.Anchors))
        {
            yield return old.Page;
        }

        var (left, come) = (before?.Redirects.ToList() ?? [], after?.Redirects.ToList() ?? []);
        foreach (var page in left.Except(come).Concat(come.Except(left)).Where(p => p != old?.Page && p != now?.Page))
        {
            yield return page;
        }
    }

    private static IEnumerable<PageKey> Periods(PublishedItem item) =>
        item.Month is { } month
            ? item.Topics.Select(t => PageKey.TopicYear(t.Slug, month.Year)).Prepend(PageKey.Month(month))
            : [];

    /// <summary>The search shards whose entries change.</summary>
    private static IEnumerable<PageKey> SearchShards(SourceRecord? before, SourceRecord? after)
    {
        var (old, live) = (before?.Live, after?.Live);
        var looksAlike = old is not null
            && live is not null
            && old.ListsLike(live)
            && before!.SearchText == after!.SearchText
            && (live.Date is not null || old.Modified == live.Modified);
        return looksAlike ? [] : new[] { live, old }.OfType<PublishedItem>().Where(l => l.ContentType is null)
            .Select(l => l.Month is { } month ? PageKey.SearchShard(month) : PageKey.StandingPagesShard);
    }

    private static IEnumerable<PageKey> ChangedRedirects(SourceRecord? before, SourceRecord? after)
    {
        var (old, now) = (before?.Redirects.ToList() ?? [], after?.Redirects.ToList() ?? []);
        var looksAlike = before?.Live?.Page == after?.Live?.Page && before?.Live?.Title == after?.Live?.Title;
        return looksAlike ? old.Except(now).Concat(now.Except(old)) : old.Union(now);
    }

    private static IEnumerable<string> Positions(PublishedItem? old, PublishedItem? live)
    {
        if (old is not null
            && live is not null
            && old.Page == live.Page
            && old.Title == live.Title
            && old.Date == live.Date
            && old.Expired == live.Expired
            && old.Language == live.Language
            && old.Topics.Equals(live.Topics))
        {
            return [];
        }

        return new[] { live, old }
            .OfType<PublishedItem>()
            .Select(l => l.Date)
            .OfType<DateTimeOffset>()
            .Select(ColumnFormat.TextOf);
    }
}
