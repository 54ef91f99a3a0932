using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The articles that an article leads on to: the next older ones with the same first topic. So a new article, which is
/// newer than all others, is on no page but its own, and a change of an old one concerns a few pages (R5): those that
/// follow it in the list of one topic, while it may be far from the next of that kind in the lists of its other ones.
/// </summary>
internal static class RelatedArticles
{
    /// <summary>How many a page shows.</summary>
    public const int Most = 3;

    /// <summary>How many are read: one of them may be the article before it, which the page shows anyway.</summary>
    public const int Asked = Most + 1;

    /// <summary>The candidates of an article, newest first. One call, or none of an article without topics.</summary>
    public static Task<List<PublishedItem>> AskAsync(
        SiteIndex index,
        IReadOnlyList<Topic> topics,
        DateTimeOffset date,
        SourcePath path,
        CancellationToken cancellation) => topics.Count == 0
            ? Task.FromResult(new List<PublishedItem>())
            : index.OlderWithMainAsync(topics[0].Slug, date, path, Asked, cancellation);

    /// <summary>The pages that show an article at a position, or would if it were there.</summary>
    /// <param name="index">The index once the article has changed.</param>
    /// <param name="topics">Its first topic, and what that was before.</param>
    /// <param name="date">Its date.</param>
    /// <param name="path">The article.</param>
    /// <param name="newer">
    /// All articles that are newer, oldest first, if they are known: then nothing is asked. Else a call for each topic.
    /// </param>
    /// <param name="cancellation">Cancels the queries.</param>
    public static async Task<IEnumerable<PageKey>> ShowingAsync(
        SiteIndex index,
        IReadOnlyList<Slug> topics,
        DateTimeOffset date,
        SourcePath path,
        IReadOnlyList<PublishedItem>? newer,
        CancellationToken cancellation)
    {
        if (newer is not null)
        {
            return topics.SelectMany(topic =>
                newer.Where(a => a.Path != path && a.Topics.FirstOrDefault()?.Slug == topic).Take(Asked)
                    .Select(a => a.Page));
        }

        // One of them may be the article itself, at a later date.
        var pages = await Task.WhenAll(
            topics.Select(topic => index.NewerWithMainAsync(topic, date, path, Asked + 1, cancellation)));
        return pages.SelectMany(p => p);
    }

    /// <summary>Those of the candidates that a page shows.</summary>
    /// <param name="candidates">The candidates, newest first.</param>
    /// <param name="older">The article before it, which the page shows, too.</param>
    public static IEnumerable<PublishedItem> Shown(
        IEnumerable<PublishedItem> candidates, PublishedItem? older) =>
        candidates.Where(c => c.Path != older?.Path).Take(Most);
}
