using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

public class RedirectTests
{
    private const string Path = "artiklar/x.md";

    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task Each_old_URL_redirects_to_the_newest_in_one_step()
    {
        foreach (var slug in new[] { "ett", "två", "tre" })
        {
            await PublishAsync(Path, slug);
        }

        Assert.Equal("/2026/05/tre/", Target("2026/05/ett/index.html"));
        Assert.Equal("/2026/05/tre/", Target("2026/05/tva/index.html"));
    }

    [Fact]
    public async Task A_URL_that_an_article_claims_again_is_no_redirect()
    {
        await PublishAsync(Path, "ett");
        await PublishAsync(Path, "två");
        await PublishAsync(Path, "ett");

        Assert.Contains("<article", _site.Pages["2026/05/ett/index.html"], StringComparison.Ordinal);
        Assert.Equal("/2026/05/ett/", Target("2026/05/tva/index.html"));
    }

    [Fact]
    public async Task A_redirect_never_hides_a_page()
    {
        await PublishAsync(Path, "ett");
        await PublishAsync("artiklar/annan.md", "två", "Den andra");
        await PublishAsync("artiklar/annan.md", "tre", "Den andra", "aliases: [/2026/05/ett/]");

        Assert.Contains("<h1>Rubriken</h1>", _site.Pages["2026/05/ett/index.html"], StringComparison.Ordinal);

        _site.Delete(Path);
        await _site.SettleAsync();
        Assert.Equal("/2026/05/tre/", Target("2026/05/ett/index.html"));
    }

    [Fact]
    public async Task An_alias_redirects_to_its_article_and_is_deleted_with_it()
    {
        await PublishAsync(Path, "ett", settings: "aliases: [/nyheter/gammal, /nyheter/sida.html]");
        Assert.Equal("/2026/05/ett/", Target("nyheter/gammal/index.html"));
        Assert.Equal("/2026/05/ett/", Target("nyheter/sida.html"));

        await PublishAsync(Path, "ett", settings: "aliases: [/nyheter/gammal]");
        Assert.DoesNotContain("nyheter/sida.html", _site.Pages.Keys);

        _site.Delete(Path);
        await _site.SettleAsync();
        Assert.DoesNotContain("nyheter/gammal/index.html", _site.Pages.Keys);
    }

    [Fact]
    public async Task A_redirect_shows_the_title_of_its_target()
    {
        await PublishAsync(Path, "ett");
        await PublishAsync(Path, "två");
        await PublishAsync(Path, "två", "En annan rubrik");

        Assert.Contains("En annan rubrik", _site.Pages["2026/05/ett/index.html"], StringComparison.Ordinal);
    }

    private Task PublishAsync(string path, string slug, string title = "Rubriken", string settings = "author: A")
    {
        _site.Upload(path, Some.ArticleWith($"date: 2026-05-01\nslug: {slug}\n{settings}", title));
        return _site.SettleAsync();
    }

    private string? Target(string page)
    {
        const string Start = "content=\"0; url=http://localhost:4280";
        var html = _site.Pages[page];
        var at = html.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return at < Start.Length ? null : html[at..html.IndexOf('"', at)];
    }
}
