using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Templates;

public class ThemeTests
{
    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public void A_theme_consists_of_these_files() => Assert.Equal(
        [
            "archive.liquid", "article.liquid", "author.liquid", "card.liquid", "day.liquid", "front.liquid",
            "layout.liquid", "month-days.liquid", "month.liquid", "not-found.liquid", "picture-text.liquid",
            "picture.liquid", "redirect.liquid", "search.liquid", "standing-page.liquid", "stil.css",
            "topic-month.liquid", "topic-year-months.liquid", "topic-year.liquid", "topic.liquid", "topics.liquid",
            "year.liquid",
        ],
        Theme.FileNames);

    [Fact]
    public async Task A_replaced_template_is_also_used_where_others_include_it()
    {
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen & bron"));
        await PublishAsync("tema/card.liquid", "<p>KORT {{ card.title }}</p>");

        Assert.Contains("<p>KORT Kajen &amp; bron</p>", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.Contains(
            "<p>KORT Kajen &amp; bron</p>", _site.Pages["nyhetsarkiv/2026/05/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tema/card.liquid", "rad\n{% if %}", 2)]
    [InlineData("tema/card.liquid", "{% for x in y %}", 1)]
    [InlineData("tema/okänd.liquid", "x", null)]
    [InlineData("tema/under/card.liquid", "x", null)]
    [InlineData("tema/search.mjs", "alert(1)", null)]
    [InlineData("tema/card.liquid", "", null)]
    public async Task A_broken_template_is_refused_and_the_last_good_one_stays(string path, string text, int? line)
    {
        await PublishAsync("tema/card.liquid", "<p>KORT {{ card.title }}</p>");
        await PublishAsync(path, text);
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));

        Assert.Equal("refused", _site.Storage.Content.Blobs[path].Tags["state"]);
        Assert.Equal(
            line is not null,
            _site.Outcomes.Single(o => o.Change == PublishChange.Refused).Diagnostics[0].Line is not null);
        Assert.Contains("<p>KORT Kajen</p>", _site.Pages["index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% include 'finns-inte' %}")]
    [InlineData("{% for i in (1..300000) %}x{% endfor %}")]
    [InlineData("{{ card.title | okänt_filter }}")]
    [InlineData("{% include 'card' %}")]
    public async Task A_template_that_fails_on_a_page_delays_no_page(string text)
    {
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        await PublishAsync("tema/card.liquid", text);
        await PublishAsync("artiklar/2026-05-02-bron.md", Some.Article("Bron"));

        Assert.Contains("2026/05/bron/index.html", _site.Pages.Keys);
        Assert.Contains("Bron", _site.Pages["rss.xml"], StringComparison.Ordinal);
        Assert.Contains("</html>", _site.Pages["index.html"], StringComparison.Ordinal);
    }

    private Task PublishAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
