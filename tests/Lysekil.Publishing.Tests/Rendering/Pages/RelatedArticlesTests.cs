using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>
/// An article leads on to the next older ones of its first topic, and its page is in step with each of them.
/// </summary>
public class RelatedArticlesTests
{
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public RelatedArticlesTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task The_next_three_older_ones_of_the_first_topic_follow_and_not_the_one_before_twice()
    {
        for (var day = 1; day <= 6; day++)
        {
            await PublishAsync(day, "[Skola]");
        }

        await PublishAsync(7, "[Hamnen, Skola]");
        await PublishAsync(8, "[Skola, Hamnen]");

        Assert.Equal(["7"], Neighbours(8));
        Assert.Equal(["6", "5", "4"], Related(8));
        Assert.Equal("Mer om Skola", Document(8).QuerySelector(".after h2")!.TextContent);
        Assert.Equal(["6", "8"], Neighbours(7));
        Assert.Empty(Related(7));
        Assert.Equal(["4", "3", "2"], Related(6));
        Assert.Empty(Related(2));
        Assert.Empty(Related(1));
    }

    [Fact]
    public async Task An_article_without_topics_has_none()
    {
        await PublishAsync(1, "[]");
        await PublishAsync(2, "[]");

        Assert.Null(Document(2).QuerySelector(".after h2"));
    }

    public static TheoryData<string, string[]> Changes => new()
    {
        { "title", ["3", "Annan", "1"] },
        { "topics", ["3", "1"] },
        { "deletion", ["3", "1"] },
        { "draft", ["3", "1"] },
        { "expiry", ["3", "1"] },
        { "date", ["2", "3", "1"] },
        { "address", ["3", "2", "1"] },
    };

    /// <summary>
    /// The article that changes is among the newest, whose newer ones are known; or so old that they are asked for.
    /// </summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Pages_that_lead_on_to_an_article_follow_its_changes(string change, string[] expected)
    {
        foreach (var others in new[] { 0, 25 })
        {
            for (var day = 1; day <= 3; day++)
            {
                await PublishAsync(day, "[Skola]");
            }

            await PublishAsync(4, "[Hamnen]"); // So that the article before the one that is looked at is another.
            await PublishAsync(5, "[Skola]");
            for (var i = 0; i < others; i++)
            {
                _site.Upload($"artiklar/2026-05-03-{i}.md", Some.ArticleWith("tags: [Annat]", $"Annat {i}"));
            }

            await _site.SettleAsync();
            Assert.Equal(["3", "2", "1"], Related(5));
            _clock.Advance(TimeSpan.FromMinutes(1));

            switch (change)
            {
                case "deletion":
                    _site.Delete(PathOf(2));
                    break;
                case "title":
                    _site.Upload(PathOf(2), Some.ArticleWith("tags: [Skola]", "Annan"));
                    break;
                default:
                    var settings = change switch
                    {
                        "topics" => "tags: [Hamnen]",
                        "draft" => "tags: [Skola]\ndraft: true",
                        "expiry" => "tags: [Skola]\nexpires: 2026-05-02",
                        "date" => "tags: [Skola]\ndate: 2026-04-03 12:00",
                        _ => "tags: [Skola]\nslug: annan",
                    };
                    _site.Upload(PathOf(2), Some.ArticleWith(settings, "2"));
                    break;
            }

            await _site.SettleAsync();

            Assert.Equal(expected, Related(5));
            if (change == "address")
            {
                Assert.Contains("\"/2026/04/annan/\"", _site.Pages[PageOf(5)], StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task One_that_comes_late_is_led_on_to_by_newer_ones()
    {
        await PublishAsync(1, "[Skola]");
        await PublishAsync(3, "[Hamnen]");
        await PublishAsync(4, "[Skola]");

        await PublishAsync(2, "[Skola, Hamnen]");

        Assert.Equal(["2", "1"], Related(4));
    }

    [Fact]
    public async Task One_of_which_the_topic_is_not_the_first_is_not_led_on_to()
    {
        await PublishAsync(1, "[Skola]");
        await PublishAsync(2, "[Hamnen, Skola]");
        await PublishAsync(3, "[Hamnen]");
        await PublishAsync(4, "[Skola]");

        Assert.Equal(["1"], Related(4));
    }

    /// <summary>An article of eight topics moves, and has eight others: the first one of each counts.</summary>
    [Fact]
    public async Task An_old_article_that_changes_all_its_topics_is_followed()
    {
        string[] topics = [.. Enumerable.Range(0, 16).Select(t => $"Ämne {t}")];
        foreach (var (topic, number) in topics.SelectMany(t => Enumerable.Range(0, 4).Select(n => (t, n))))
        {
            _site.Upload(
                $"artiklar/2026-05-01-{topic[5..]}-{number}.md",
                Some.ArticleWith($"tags: [{topic}]", $"{topic} {number}"));
        }

        _site.Upload(PathOf(2), Some.ArticleWith($"tags: [{string.Join(", ", topics[..8])}]", "Gammal"));
        await _site.SettleAsync();
        Assert.Equal(["Ämne 0"], Leading());

        _site.Upload(
            PathOf(2), Some.ArticleWith($"date: 2026-04-01\ntags: [{string.Join(", ", topics[8..])}]", "Gammal"));
        await _site.SettleAsync();

        Assert.Equal(["Ämne 8"], Leading());
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);

        IEnumerable<string> Leading() => topics.Where(t => Enumerable.Range(0, 4).Any(n =>
            Titles($"2026/05/{t[5..]}-{n}/index.html", ".after .headlines a").Contains("Gammal")));
    }

    [Fact]
    public async Task A_preview_has_them()
    {
        await PublishAsync(1, "[Skola]");
        await PublishAsync(2, "[Hamnen]");

        var preview = await _site.Engine.Preview.RenderAsync(
            new(PathOf(3)),
            System.Text.Encoding.UTF8.GetBytes(Some.ArticleWith("draft: true\ntags: [Skola]", "3")),
            default);

        Assert.Contains(
            "Mer om Skola", System.Text.Encoding.UTF8.GetString(preview.Page!.Html.Span), StringComparison.Ordinal);
    }

    private static string PathOf(int day) => $"artiklar/2026-04-0{day}-nr-{day}.md";

    private static string PageOf(int day) => $"2026/04/nr-{day}/index.html";

    private IHtmlDocument Document(int day) => new HtmlParser().ParseDocument(_site.Pages[PageOf(day)]);

    private IEnumerable<string> Related(int day) => Titles(PageOf(day), ".after .headlines a");

    private IEnumerable<string> Neighbours(int day) => Titles(PageOf(day), ".neighbours a");

    private IEnumerable<string> Titles(string page, string links) =>
        new HtmlParser().ParseDocument(_site.Pages[page]).QuerySelectorAll(links).Select(a => a.TextContent);

    private Task PublishAsync(int day, string topics)
    {
        _site.Upload(PathOf(day), Some.ArticleWith($"tags: {topics}", $"{day}"));
        return _site.SettleAsync();
    }
}
