using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The front page: the articles that lead, then the newest; and below them the newest of the topics for which the
/// settings have a section.
/// </summary>
internal sealed class FrontPage(SiteIndex index)
{
    private const int MostArticles = 15;

    /// <summary>
    /// The most articles that lead. Editors forget to unpin: further ones stand where their date puts them.
    /// </summary>
    private const int MostPinned = 3;

    /// <summary>The articles above the sections: the first, and two rows.</summary>
    private const int MostAboveSections = 7;

    /// <summary>A row.</summary>
    private const int MostOfSection = 3;

    public async Task<RenderResult> RenderAsync(Site site, CancellationToken cancellation)
    {
        var topics = site.Settings.Front;
        var askingTopics = Task.WhenAll(topics.Select(t => index.LatestOfAsync(t.Slug, cancellation)));
        var askingPinned = index.PinnedAsync(MostPinned, cancellation);
        var askingLatest = index.LatestAsync(cancellation);
        await Task.WhenAll(askingTopics, askingPinned, askingLatest);
        var (pinned, latest) = (await askingPinned, await askingLatest);
        List<PublishedItem> articles =
        [
            .. pinned.Concat(latest.ExceptBy(pinned.Select(p => p.Path), a => a.Path))
                .Take(topics.Count > 0 ? MostAboveSections : MostArticles),
        ];
        return new RenderResult(HtmlPage.Render(
            site,
            "front",
            new PageHead(site.Settings.Title, PageKey.Front, site.Settings.Description),
            ("articles", articles.Select(a => new CardModel(a))),
            ("arranged", FrontArrangement.Of(articles).Select(a => new CardModel(a.Article, a.Place))),
            ("sections", Sections(topics, await askingTopics, [.. articles.Select(a => a.Path)]).ToArray())));
    }

    /// <summary>The sections that have an article which is not above them.</summary>
    private static IEnumerable<FrontSection> Sections(
        IReadOnlyList<Topic> topics, IReadOnlyList<List<PublishedItem>> articles, HashSet<SourcePath> shown)
    {
        foreach (var (topic, newest) in topics.Zip(articles))
        {
            var own = newest.Where(a => !shown.Contains(a.Path)).Take(MostOfSection).ToList();
            shown.UnionWith(own.Select(a => a.Path));
            if (own.Count > 0)
            {
                yield return new(topic.Name, PageKey.Topic(topic.Slug).Url, own.ConvertAll(a => new CardModel(a)));
            }
        }
    }
}
