using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The topics (<em>Ämnen</em>): a year of a topic lists its articles, or its months if they are very many, a topic its
/// years, the overview its topics.
/// </summary>
internal sealed class TopicPages(SiteIndex index)
{
    private const int HashDigits = 16;

    public async Task<RenderResult> RenderTopicYearAsync(
        Site site, Slug topic, int year, CancellationToken cancellation)
    {
        var (from, to) = PeriodPages.Bounds(year, site.Settings.TimeZone);
        var listing = await DividedListing.ReadAsync(
            index,
            site,
            PageKey.TopicYear(topic, year),
            IndexKeys.TopicMonths(topic, year),
            index.Lengths.TopicYear,
            most => index.TopicBetweenAsync(topic, from, to, most, cancellation),
            articles => articles.GroupBy(a => MonthOf(a, site))
                .Select(m => SummaryOf(site, PageKey.TopicMonth(topic, m.Key), m.Key.Number, topic, [.. m])),
            cancellation);
        if (listing.Count == 0)
        {
            return RenderResult.Nothing with { MayBeDivided = site.HasDivided };
        }

        var locale = site.Settings.Locale;
        var summary = listing.IsDivided
            ? SummaryOf(site, PageKey.TopicYear(topic, year), year, listing.Parts)
            : SummaryOf(site, PageKey.TopicYear(topic, year), year, topic, listing.Articles);
        var name = summary.Title;
        var page = HtmlPage.Render(
            site,
            listing.IsDivided ? "topic-year-months" : "topic-year",
            new PageHead(
                $"{name} {Text(year)}",
                PageKey.TopicYear(topic, year),
                locale.Text("topic.year.description", ("topic", name), ("year", Text(year))),
                Feed: PageKey.TopicFeed(topic)),
            ("topic", new TopicLink(name, PageKey.Topic(topic).Url)),
            ("year", Text(year)),
            ("articles", listing.Articles.Select(a => new CardModel(a))),
            ("months", listing.Parts.Select(m => new PeriodModel(
                locale.NameOf(int.Parse(m.Name, CultureInfo.InvariantCulture)), m.Page.Url, m.Count, [], []))));
        return new RenderResult(page, summary) { MayBeDivided = site.HasDivided || listing.IsDivided };
    }

    /// <summary>A month of a topic, if its year is divided.</summary>
    public async Task<RenderResult> RenderTopicMonthAsync(
        Site site, Slug topic, Month month, CancellationToken cancellation)
    {
        if (!await index.IsDividedAsync(PageKey.TopicYear(topic, month.Year), cancellation))
        {
            return RenderResult.Nothing;
        }

        var (from, to) = PeriodPages.Bounds(month, site.Settings.TimeZone);
        var articles = await index.TopicBetweenAsync(topic, from, to, SiteIndex.All, cancellation);
        if (articles.Count == 0)
        {
            return RenderResult.Nothing;
        }

        var locale = site.Settings.Locale;
        var summary = SummaryOf(site, PageKey.TopicMonth(topic, month), month.Number, topic, articles);
        var (name, nameOfMonth) = (summary.Title, locale.NameOf(month));
        var page = HtmlPage.Render(
            site,
            "topic-month",
            new PageHead(
                $"{name} {nameOfMonth}",
                PageKey.TopicMonth(topic, month),
                locale.Text("topic.month.description", ("topic", name), ("month", nameOfMonth)),
                Feed: PageKey.TopicFeed(topic)),
            ("topic", new TopicLink(name, PageKey.Topic(topic).Url)),
            ("month", nameOfMonth),
            ("year", Text(month.Year)),
            ("year_url", PageKey.TopicYear(topic, month.Year).Url),
            ("articles", articles.Select(a => new CardModel(a))));
        return new RenderResult(page, summary);
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

    /// <summary>The summary of a period of a topic, of its articles.</summary>
    private PeriodSummary SummaryOf(
        Site site, PageKey page, int number, Slug topic, IReadOnlyList<PublishedItem> articles)
    {
        var names = Names(articles.Select(a => a.Topics.First(t => t.Slug == topic)));
        return new PeriodSummary
        {
            Page = page,
            Name = Text(number),
            Title = site.Settings.Locale.NamesOf(names),
            Count = articles.Count,
            Parts = [.. names.Count == 1 ? [] : names],
            Listed = PublishedItem.HashOfListed(articles.Take(index.Lengths.NewestOfTopic)).Value[..HashDigits],
        };
    }

    /// <summary>The summary of a period of a topic, of its parts, newest first.</summary>
    private PeriodSummary SummaryOf(Site site, PageKey page, int number, IReadOnlyList<PeriodSummary> parts)
    {
        var names = Names(parts.SelectMany(NamesOf).Select(Topic.From).OfType<Topic>());
        var newer = 0;
        var newest = parts.TakeWhile(p => (newer += p.Count) - p.Count < index.Lengths.NewestOfTopic);
        return new PeriodSummary
        {
            Page = page,
            Name = Text(number),
            Title = site.Settings.Locale.NamesOf(names),
            Count = parts.Sum(p => p.Count),
            Parts = [.. names.Count == 1 ? [] : names],
            Listed = ContentHash.OfLines([.. newest.Select(p => p.Listed)]).Value[..HashDigits],
            IsDivided = true,
        };
    }

    private static Month MonthOf(PublishedItem article, Site site) =>
        Month.Of(TimeZoneInfo.ConvertTime(article.Date!.Value, site.Settings.TimeZone));

    /// <summary>The names in the summary of a period of a topic.</summary>
    private static IEnumerable<string> NamesOf(PeriodSummary period) =>
        period.Parts.Count == 0 ? [period.Title] : period.Parts;

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
