using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

public class AffectedListingsTests
{
    private static readonly PageKey[] _newest = [PageKey.Front, PageKey.Rss, PageKey.Atom, PageKey.JsonFeed];
    private static readonly ListLengths _lengths = new(Newest: 3, NewestOfTopic: 2);

    private readonly SimulatedSite _site = new(Some.Clock());

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task The_lists_of_the_newest_are_touched_by_what_may_be_in_them(int newer, bool isTouched)
    {
        await PublishAsync(newer, "");

        var touched = await OfAsync(new() { Newest = Earliest });

        Assert.Equal(isTouched, _newest.All(touched.Contains));
        Assert.Equal(isTouched, _newest.Any(touched.Contains));
    }

    /// <summary>Where few are newer at all, few are of a topic; else those of the topic are counted.</summary>
    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1, 9, true)]
    [InlineData(2, 0, false)]
    public async Task A_topic_s_feed_is_touched_by_what_may_be_in_it(int newerOfTopic, int newer, bool isTouched)
    {
        await PublishAsync(newerOfTopic, "tags: [hamn]");
        await PublishAsync(newer, "", "b");

        var touched = await OfAsync(new() { Newest = Earliest, Topics = [Slug.Parse("hamn")!] });

        Assert.Equal(isTouched, touched.Contains(PageKey.TopicFeed(Slug.Parse("hamn")!)));
    }

    /// <summary>There may be more in two days than in a feed.</summary>
    [Theory]
    [InlineData(2, true)]
    [InlineData(9, false)]
    public async Task The_news_sitemap_is_touched_within_its_two_days(int newer, bool isTouched)
    {
        await PublishAsync(newer, "");

        Assert.Equal(isTouched, (await OfAsync(new() { Newest = Earliest })).Contains(PageKey.NewsSitemap));
        Assert.Contains(PageKey.NewsSitemap, await OfAsync(new() { Newest = Day(newer).AddHours(-1) }));
    }

    [Fact]
    public async Task Those_before_and_after_are_neighbours_at_each_place()
    {
        await PublishAsync(4, "");

        var touched = await OfAsync(new() { Positions = [RowWriter.Text(Day(2).AddHours(1)), RowWriter.Text(Day(4).AddHours(1))], Newest = Day(4).AddHours(1) });

        Assert.Equal(["2026/05/a2/index.html", "2026/05/a3/index.html", "2026/05/a4/index.html"], touched.Select(t => t.Value).Where(t => t.StartsWith("2026/", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task In_bulk_no_topic_is_asked_about()
    {
        await PublishAsync(4, "tags: [hamn]");
        var work = new OutboxEntry { Newest = Earliest, Topics = [Slug.Parse("hamn")!] };

        Assert.Contains(PageKey.TopicFeed(Slug.Parse("hamn")!), await OfAsync(work, isBulk: true));
        Assert.DoesNotContain(PageKey.TopicFeed(Slug.Parse("hamn")!), await OfAsync(work));
    }

    [Fact]
    public async Task What_is_no_article_has_none() => Assert.Empty(await OfAsync(OutboxEntry.None));

    private Task<IReadOnlyList<PageKey>> OfAsync(OutboxEntry outbox, bool isBulk = false) =>
        new AffectedListings(new SiteIndex(_site.Storage.Index, _lengths), isBulk).OfAsync(outbox, new SourcePath("artiklar/x.md"), default);

    /// <summary>Before all that is published here.</summary>
    private static DateTimeOffset Earliest => Day(1).AddHours(-1);

    private static DateTimeOffset Day(int day) => new(2026, 5, day, 0, 0, 0, TimeSpan.FromHours(2));

    /// <summary>Articles of the first of May, the second, and so on.</summary>
    private async Task PublishAsync(int articles, string settings, string name = "a")
    {
        for (var i = 1; i <= articles; i++)
        {
            _site.Upload($"artiklar/2026-05-0{i}-{name}{i}.md", Some.ArticleWith(settings));
        }

        await _site.SettleAsync();
    }
}
