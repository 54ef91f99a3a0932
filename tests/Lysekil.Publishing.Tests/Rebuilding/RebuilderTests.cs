using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rebuilding;

public class RebuilderTests
{
    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task Other_settings_change_every_page()
    {
        await FillAsync();

        await PublishAsync("site.yaml", "title: Lysekils nyheter\nbaseUrl: https://www.exempel.se\n");

        Assert.All(HtmlPages(), p => Assert.Contains("Lysekils nyheter", p.Value, StringComparison.Ordinal));
        Assert.All(_site.Pages.Where(p => p.Key.EndsWith(".xml", StringComparison.Ordinal) || p.Key == "robots.txt"),
            p => Assert.Contains("https://www.exempel.se/", p.Value, StringComparison.Ordinal));
        Assert.Contains("Lysekils nyheter", _site.Desk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_template_changes_every_page_and_its_end_changes_them_back()
    {
        await FillAsync();
        var before = _site.Pages;

        await PublishAsync("tema/not-found.liquid", "<h1>Borta</h1>");
        Assert.Contains("<h1>Borta</h1>", _site.Pages["404.html"], StringComparison.Ordinal);
        _site.Delete("tema/not-found.liquid");
        await _site.SettleAsync();

        Assert.Equal(before, _site.Pages);
    }

    [Fact]
    public async Task Another_style_sheet_has_another_name_on_every_page()
    {
        await FillAsync();
        await PublishAsync("tema/stil.css", "body{color:red}");

        var name = Assert.Single(_site.Pages, p => p.Value == "body{color:red}").Key;
        Assert.All(HtmlPages(), p => Assert.Contains($"href=\"/{name}\"", p.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_changes_nothing_where_nothing_changed()
    {
        await FillAsync();
        var etags = _site.Pages.Keys.ToDictionary(p => p, _site.ETagOf);

        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();

        Assert.Equal(etags, _site.Pages.Keys.ToDictionary(p => p, _site.ETagOf));
    }

    [Fact]
    public async Task It_mends_every_page_of_a_site_whose_pages_are_lost()
    {
        await FillAsync();
        var before = _site.Pages;
        foreach (var page in before.Keys)
        {
            _site.Storage.Web.Delete(page);
        }

        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();

        Assert.Equal(before, _site.Pages);
        Assert.False((await _site.Engine.Status.ReadAsync(default)).IsRebuilding);
    }

    /// <summary>More than one slice's worth of articles, with topics, an alias, a standing page and a picture.</summary>
    private async Task FillAsync()
    {
        await _site.Engine.Rebuilder.StartAsync(default);
        for (var i = 0; i < 70; i++)
        {
            _site.Upload($"artiklar/{2010 + (i % 3)}-{1 + (i % 12):00}-05-nr-{i}.md", Some.ArticleWith($"tags: [ämne {i % 7}]", $"Nummer {i}"));
        }

        _site.Upload("artiklar/2026-05-01-kajen.md", Some.ArticleWith("aliases: [/gammal/]"));
        _site.Upload("sidor/om.md", Some.Article("Om oss"));
        _site.Upload("bilder/x.gif", "GIF89a");
        await _site.SettleAsync();
    }

    private IEnumerable<KeyValuePair<string, string>> HtmlPages() => _site.Pages.Where(p => p.Key.EndsWith(".html", StringComparison.Ordinal));

    private Task PublishAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
