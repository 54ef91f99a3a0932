using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>Pinned articles lead the front page, and topics of the settings have sections there.</summary>
public class FrontPageTests
{
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public FrontPageTests() => _site = new SimulatedSite(_clock);

    private IDocument Front => new HtmlParser().ParseDocument(_site.Pages["index.html"]);

    [Theory]
    [InlineData("true", "nej", "1 4 3 2")]
    [InlineData("2", "1", "2 1 4 3")]
    [InlineData("true", "true", "2 1 4 3")]
    [InlineData("9", "", "1 4 3 2")]
    [InlineData("false", "never", "4 3 2 1")]
    public async Task Pinned_articles_lead_by_their_places_then_the_newest(string first, string second, string expected)
    {
        await PublishAsync(1, $"pin: {first}");
        await PublishAsync(2, $"pin: {second}");
        await PublishAsync(3);
        await PublishAsync(4);

        Assert.Equal(expected.Split(' ')[0], Front.QuerySelector(".card.top h2")!.TextContent);
        _site.Upload("tema/front.liquid", "<p class=\"order\">{% for a in articles %}{{ a.title }} {% endfor %}</p>");
        await _site.SettleAsync();
        Assert.Equal(expected, Front.QuerySelector(".order")!.TextContent.TrimEnd());
        Assert.Equal(["4", "3", "2", "1"], ItemsOfFeed());
    }

    [Theory]
    [InlineData("pin: snart")]
    [InlineData("pin: 10")]
    [InlineData("pin: 0.5")]
    public void A_place_that_is_none_refuses_the_file(string setting) =>
        Assert.Equal("value", Assert.Single(Some.Reading(Some.ArticleWith(setting)).Diagnostics).Code);

    /// <summary>Hugo orders all lists by it, so that it is on many articles that nothing should pin.</summary>
    [Fact]
    public void A_weight_pins_nothing_and_its_editor_is_told_of_pin()
    {
        var reading = Some.Reading(Some.ArticleWith("weight: 10"));

        Assert.Equal(0, reading.Manuscript!.Pin);
        Assert.StartsWith(
            "Skriv pin i stället.", Assert.Single(reading.Diagnostics).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_three_lead_and_further_ones_stand_by_their_date()
    {
        for (var day = 1; day <= 4; day++)
        {
            await PublishAsync(day, "pin: true");
        }

        await PublishAsync(5);

        Assert.Equal(["4", "3", "2", "5", "1"], Titles(Front));
    }

    [Fact]
    public async Task An_old_one_that_is_pinned_changed_and_unpinned_is_followed()
    {
        await PublishAsync(1);
        for (var i = 0; i < 25; i++)
        {
            _site.Upload($"artiklar/2026-05-03-{i}.md", Some.Article($"Annat {i}"));
        }

        await _site.SettleAsync();
        Assert.DoesNotContain("1", Titles(Front));

        await PublishAsync(1, "pin: true");
        Assert.Equal("1", Titles(Front).First());

        _site.Upload(PathOf(1), Some.ArticleWith("pin: true", "Nytt namn"));
        await _site.SettleAsync();
        Assert.Equal("Nytt namn", Titles(Front).First());

        await PublishAsync(1);
        Assert.DoesNotContain("1", Titles(Front));
        Assert.Equal(15, Titles(Front).Count());
    }

    [Fact]
    public async Task A_pinned_article_that_expires_leads_no_more()
    {
        await PublishAsync(1, "pin: true\nexpires: 2026-05-04 12:00");
        await PublishAsync(2);
        Assert.Equal(["1", "2"], Titles(Front));

        _clock.Advance(TimeSpan.FromHours(3));
        await _site.PublishDueAsync();

        Assert.Equal(["2"], Titles(Front));
    }

    [Fact]
    public async Task Topics_of_the_settings_have_a_section_each_of_what_is_not_above()
    {
        await SectionsAsync("[Skola, Hamnen, Tomt]");
        for (var day = 1; day <= 9; day++)
        {
            await PublishAsync(day, day <= 5 ? "tags: [skola]" : "tags: [Hamnen]");
        }

        Assert.Equal(["9", "8", "7", "6", "5", "4", "3"], Above());
        Assert.Equal(["Skola: 2 1"], Sections());
        Assert.Equal("/amnen/skola/", Front.QuerySelector("section h2 a")!.GetAttribute("href"));
        Assert.Null(Front.QuerySelector("section .top"));
        Assert.DoesNotContain("fetchpriority", Front.QuerySelector("section")!.OuterHtml, StringComparison.Ordinal);

        await SectionsAsync("[]");
        Assert.Empty(Sections());
        Assert.Equal(9, Above().Count());
    }

    [Fact]
    public async Task A_section_follows_its_articles_however_old_and_shows_none_twice()
    {
        await SectionsAsync("[Skola, Hamnen]");
        await PublishAsync(1, "tags: [Skola, Hamnen]");
        await PublishAsync(2, "tags: [Hamnen]");
        for (var i = 0; i < 25; i++)
        {
            _site.Upload($"artiklar/2026-05-03-{i}.md", Some.Article($"Annat {i}"));
        }

        await _site.SettleAsync();
        Assert.Equal(["Skola: 1", "Hamnen: 2"], Sections());

        await PublishAsync(3, "tags: [Skola]");
        Assert.Equal(["Skola: 3 1", "Hamnen: 2"], Sections());

        _site.Delete(PathOf(1));
        await PublishAsync(2, "tags: [Skola]");
        Assert.Equal(["Skola: 3 2"], Sections());
    }

    [Theory]
    [InlineData("front: Skola", "Skola", 0)]
    [InlineData("front: [Skola, skola, Hamnen]", "Skola Hamnen", 0)]
    [InlineData("front: [a, b, c, d, e, f, g]", "a b c d e f", 1)]
    [InlineData("front: ['!', Skola]", "Skola", 1)]
    [InlineData("front:\n  skola: 3", "", 1)]
    [InlineData("front:\n  - topic: Skola", "", 1)]
    public void A_topic_that_cannot_be_used_is_left_out_and_told_of(string setting, string topics, int warnings)
    {
        var (settings, diagnostics) = Lysekil.Publishing.Contents.Settings.SiteSettings.Read(
            System.Text.Encoding.UTF8.GetBytes(setting));

        Assert.Equal(topics, string.Join(' ', settings!.Front));
        Assert.Equal(warnings, diagnostics.Count(d => d.Code == "value"));
    }

    private static string PathOf(int day) => $"artiklar/2026-04-0{day}-nr-{day}.md";

    private static IEnumerable<string> Titles(IParentNode within) =>
        within.QuerySelectorAll(".card h2").Select(h => h.TextContent);

    private IEnumerable<string> Above() =>
        Front.QuerySelectorAll("main > .cards .card h2").Select(h => h.TextContent);

    private IEnumerable<string> Sections() => Front.QuerySelectorAll("main > section")
        .Select(s => $"{s.QuerySelector("h2")!.TextContent}: {string.Join(' ', Titles(s))}");

    private IEnumerable<string> ItemsOfFeed() =>
        System.Xml.Linq.XDocument.Parse(_site.Pages["rss.xml"]).Descendants("item")
            .Select(i => i.Element("title")!.Value);

    private Task SectionsAsync(string topics)
    {
        _site.Upload("site.yaml", $"title: Bladet\nfront: {topics}\n");
        return _site.SettleAsync();
    }

    private Task PublishAsync(int day, string settings = "")
    {
        _site.Upload(PathOf(day), Some.ArticleWith(settings.Length == 0 ? "lead: Kort." : settings, $"{day}"));
        return _site.SettleAsync();
    }
}
