using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

public class AffectedListingsTests
{
    private static readonly PageKey[] NewestLists = [PageKey.Front, PageKey.Rss, PageKey.Atom, PageKey.JsonFeed];
    private static readonly ListLengths Lengths = new(Newest: 3, NewestOfTopic: 2);

    private readonly SimulatedSite _site = new(Some.Clock());

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task The_lists_of_the_newest_are_affected_by_an_article_that_may_be_in_them(int newer, bool isAffected)
    {
        await PublishAsync(newer, "");

        var affected = await OfAsync(new() { Newest = Earliest });

        Assert.Equal(isAffected, NewestLists.All(affected.Contains));
        Assert.Equal(isAffected, NewestLists.Any(affected.Contains));
    }

    /// <summary>
    /// If few articles are newer at all, few of a topic are. Otherwise the newer articles of the topic are counted.
    /// </summary>
    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 9, true)]
    [InlineData(2, 0, false)]
    public async Task A_topic_s_feed_is_affected_by_an_article_that_may_be_in_it(
        int newerOfTopic, int newer, bool isAffected)
    {
        await PublishAsync(newerOfTopic, "tags: [hamn]");
        await PublishAsync(newer, "", "b");

        var affected = await OfAsync(new() { Newest = Earliest, Topics = [Slug.Parse("hamn")!] });

        Assert.Equal(isAffected, affected.Contains(PageKey.TopicFeed(Slug.Parse("hamn")!)));
    }

    /// <summary>A change that no list shows concerns the feed alone, which has the text.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_topic_s_page_is_affected_where_lists_show_the_change(bool showsInLists)
    {
        var affected = await OfAsync(new()
        {
            Newest = Earliest,
            Topics = [Slug.Parse("hamn")!],
            Listed = showsInLists ? [ColumnFormat.TextOf(Earliest)] : [],
        });

        Assert.Contains(PageKey.TopicFeed(Slug.Parse("hamn")!), affected);
        Assert.Equal(showsInLists, affected.Contains(PageKey.Topic(Slug.Parse("hamn")!)));
    }

    /// <summary>Two days may have more articles than a feed holds.</summary>
    [Theory]
    [InlineData(2, true)]
    [InlineData(9, false)]
    public async Task The_news_sitemap_is_affected_by_an_article_of_its_two_days(int newer, bool isAffected)
    {
        await PublishAsync(newer, "");

        Assert.Equal(isAffected, (await OfAsync(new() { Newest = Earliest })).Contains(PageKey.NewsSitemap));
        Assert.Contains(PageKey.NewsSitemap, await OfAsync(new() { Newest = Day(newer).AddHours(-1) }));
    }

    [Fact]
    public async Task The_articles_before_and_after_each_position_are_affected()
    {
        await PublishAsync(4, "");

        var affected = await OfAsync(new()
        {
            Positions = [ColumnFormat.TextOf(Day(2).AddHours(1)), ColumnFormat.TextOf(Day(4).AddHours(1))],
            Newest = Day(4).AddHours(1),
        });

        Assert.Equal(
            ["2026/05/a2/index.html", "2026/05/a3/index.html", "2026/05/a4/index.html"],
            affected.Select(t => t.Value).Where(t => t.StartsWith("2026/", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task A_bulk_publish_queries_no_topic()
    {
        await PublishAsync(4, "tags: [hamn]");
        var work = new OutboxEntry { Newest = Earliest, Topics = [Slug.Parse("hamn")!] };

        Assert.Contains(PageKey.TopicFeed(Slug.Parse("hamn")!), await OfAsync(work, isBulk: true));
        Assert.DoesNotContain(PageKey.TopicFeed(Slug.Parse("hamn")!), await OfAsync(work));
    }

    [Fact]
    public async Task A_source_that_is_no_article_affects_no_listing() => Assert.Empty(await OfAsync(OutboxEntry.None));

    private Task<IReadOnlyList<PageKey>> OfAsync(OutboxEntry outbox, bool isBulk = false) =>
        new AffectedListings(new SiteIndex(_site.Storage.Index, Lengths), isBulk)
            .OfAsync(outbox, new SourcePath("artiklar/x.md"), default);

    /// <summary>Earlier than all articles here.</summary>
    private static DateTimeOffset Earliest => Day(1).AddHours(-1);

    private static DateTimeOffset Day(int day) => new(2026, 5, day, 0, 0, 0, TimeSpan.FromHours(2));

    /// <summary>Publishes articles of 1 May, 2 May, and so on.</summary>
    private async Task PublishAsync(int articles, string settings, string name = "a")
    {
        for (var i = 1; i <= articles; i++)
        {
            _site.Upload($"artiklar/2026-05-0{i}-{name}{i}.md", Some.ArticleWith(settings));
        }

        await _site.SettleAsync();
    }
}
