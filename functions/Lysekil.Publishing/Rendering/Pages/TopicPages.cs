using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The topics (<em>Ämnen</em>): a year of a topic lists its articles, a topic its years, the overview its topics.
/// </summary>
internal sealed class TopicPages(SiteIndex index)
{
    private const int HashDigits = 16;

    public async Task<RenderResult> RenderTopicYearAsync(
        Site site, Slug topic, int year, CancellationToken cancellation)
    {
        var (from, to) = PeriodPages.Bounds(year, site.Settings.TimeZone);
        var articles = await index.TopicBetweenAsync(topic, from, to, cancellation);
        if (articles.Count == 0)
        {
            return RenderResult.Nothing;
        }

        var names = Names(articles.Select(a => a.Topics.First(t => t.Slug == topic)));
        var name = site.Settings.Locale.NamesOf(names);
        var page = HtmlPage.Render(
            site,
            "topic-year",
            new PageHead(
                $"{name} {Text(year)}",
                PageKey.TopicYear(topic, year),
                site.Settings.Locale.Text("topic.year.description", ("topic", name), ("year", Text(year))),
                Feed: PageKey.TopicFeed(topic)),
            ("topic", new TopicLink(name, PageKey.Topic(topic).Url)),
            ("year", Text(year)),
            ("articles", articles.Select(a => new CardModel(a))));
        return new RenderResult(page, new PeriodSummary
        {
            Page = PageKey.TopicYear(topic, year),
            Name = Text(year),
            Title = name,
            Count = articles.Count,
            Parts = [.. names.Count == 1 ? [] : names],
            Listed = PublishedItem.HashOfListed(articles.Take(index.Lengths.NewestOfTopic)).Value[..HashDigits],
        });
    }

    /// <remarks>
    /// The topic's newest articles are read, in one call. Were they in the summaries of its years, a topic of twenty
    /// years would read two hundred articles to show ten (decision 0031).
    /// </remarks>
    public async Task<RenderResult> RenderTopicAsync(Site site, Slug topic, CancellationToken cancellation)
    {
        var askingArticles = index.LatestOfAsync(topic, cancellation);
        var askingYears = index.SummariesAsync(IndexKeys.TopicYears(topic), cancellation);
        await Task.WhenAll(askingArticles, askingYears);
        var years = await askingYears;
        if (years.Count == 0)
        {
            return RenderResult.Nothing;
        }

        years.Reverse();
        var names = Names(years.SelectMany(NamesOf).Select(Topic.From).OfType<Topic>());
        var name = site.Settings.Locale.NamesOf(names);
        var page = HtmlPage.Render(
            site,
            "topic",
            new PageHead(
                name,
                PageKey.Topic(topic),
                site.Settings.Locale.Text("topic.description", ("topic", name)),
                Feed: PageKey.TopicFeed(topic)),
            ("topic", new TopicLink(name, PageKey.Topic(topic).Url)),
            ("articles", (await askingArticles).Select(a => new CardModel(a))),
            ("years", years.Select(y => new PeriodModel(
                y.Name,
                PageKey.TopicYear(topic, int.Parse(y.Name, CultureInfo.InvariantCulture)).Url,
                y.Count,
                [],
                []))));
        return new RenderResult(page, new PeriodSummary
        {
            Page = PageKey.Topic(topic),
            Name = topic.Value,
            Title = name,
            Count = years.Sum(y => y.Count),
            Parts = [.. names.Count == 1 ? [] : names],
        });
    }

    public async Task<RenderResult> RenderTopicsAsync(Site site, CancellationToken cancellation)
    {
        var topics = await index.SummariesAsync(IndexKeys.TopicSummaries, cancellation);
        var locale = site.Settings.Locale;
        return new RenderResult(HtmlPage.Render(
            site,
            "topics",
            new PageHead(
                locale.Text("topics"),
                PageKey.Topics,
                locale.Text("topics.description", ("site", site.Settings.Title))),
            ("topics", topics.OrderBy(t => t.Title, locale.Order)
                .Select(t => new PeriodModel(t.Title, PageKey.Topic(Slug.Parse(t.Name)!).Url, t.Count, [], [])))));
    }

    private static IEnumerable<string> NamesOf(PeriodSummary year) => year.Parts.Count == 0 ? [year.Title] : year.Parts;

    /// <summary>
    /// The names of topics that share an address, such as Län and Lån; one of those that differ in no letter.
    /// </summary>
    private static List<string> Names(IEnumerable<Topic> topics)
    {
        var different = new List<Topic>();
        foreach (var topic in topics)
        {
            if (!different.Exists(topic.IsSameWordAs))
            {
                different.Add(topic);
            }
        }

        return different.ConvertAll(t => t.Name);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
