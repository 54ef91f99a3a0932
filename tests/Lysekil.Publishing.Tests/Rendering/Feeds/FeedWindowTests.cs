using System.Xml.Linq;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

/// <summary>A feed only moves forward: no older article takes the place of one that has left.</summary>
public class FeedWindowTests
{
    private const int Length = 20;

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public FeedWindowTests() => _site = new SimulatedSite(_clock);

    public static TheoryData<string> Departures => ["deleted", "a draft", "expired", "of another date"];

    [Theory]
    [MemberData(nameof(Departures))]
    public async Task An_article_that_leaves_keeps_its_place_free(string departure)
    {
        await FillAsync(25);
        Assert.Equal(Articles(25, 6), Titles());

        await LeaveAsync(20, departure);

        Assert.Equal([.. Articles(25, 21), .. Articles(19, 6)], Titles());
    }

    [Fact]
    public async Task The_next_article_moves_the_feed_on()
    {
        await FillAsync(25);
        await LeaveAsync(20, "deleted");

        await PublishAsync(26);

        Assert.Equal([.. Articles(26, 21), .. Articles(19, 7)], Titles());
    }

    [Fact]
    public async Task A_place_counts_no_more_once_as_many_newer_articles_as_a_feed_has_have_come()
    {
        await FillAsync(25);
        await LeaveAsync(25, "deleted");
        for (var i = 26; i < 26 + Length; i++)
        {
            await PublishAsync(i);
        }

        Assert.Equal(Articles(45, 26), Titles());
    }

    [Theory]
    [MemberData(nameof(Departures))]
    public async Task An_article_that_returns_has_its_place_again(string departure)
    {
        await FillAsync(25);

        await LeaveAsync(20, departure);
        await PublishAsync(20);

        Assert.Equal(Articles(25, 6), Titles());
    }

    [Fact]
    public async Task A_renamed_file_leaves_no_place_free()
    {
        await FillAsync(25);
        var text = Some.Article("Artikel 20");

        _site.Delete(Path(20));
        await _site.SettleAsync();
        _site.Upload("artiklar/2026-03-21-omdopt.md", text);
        await _site.SettleAsync();

        Assert.Equal(Articles(25, 6), Titles());
    }

    [Fact]
    public async Task At_least_half_of_a_feed_is_filled()
    {
        await FillAsync(25);

        for (var i = 25; i > 10; i--)
        {
            _site.Delete(Path(i));
        }

        await _site.SettleAsync();
        Assert.Equal(Articles(10, 1), Titles());
    }

    private static string Path(int i) => $"artiklar/{new DateOnly(2026, 3, 1).AddDays(i):O}-artikel-{i}.md";

    private static IEnumerable<string> Articles(int from, int to) =>
        Enumerable.Range(to, from - to + 1).Reverse().Select(i => $"Artikel {i}");

    private async Task FillAsync(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await PublishAsync(i);
        }
    }

    private async Task PublishAsync(int i)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(Path(i), Some.Article($"Artikel {i}"));
        await _site.SettleAsync();
    }

    private async Task LeaveAsync(int i, string departure)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        switch (departure)
        {
            case "deleted": _site.Delete(Path(i)); break;
            case "a draft": _site.Upload(Path(i), Some.ArticleWith("draft: true")); break;
            case "expired": _site.Upload(Path(i), Some.ArticleWith("expires: 2026-04-30")); break;
            default: _site.Upload(Path(i), Some.ArticleWith("date: 2099-01-01")); break;
        }

        await _site.SettleAsync();
    }

    private IEnumerable<string> Titles() =>
        XDocument.Parse(_site.Pages["rss.xml"]).Descendants("item").Select(i => i.Element("title")!.Value);
}
