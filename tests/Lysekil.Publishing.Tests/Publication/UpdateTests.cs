using Lysekil.Publishing.Publication;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

public class UpdateTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";

    private readonly SimulatedSite _site = new(Some.Clock());

    [Theory]
    [InlineData("tags: [hamn]", "tags: [hamn, båtar]")]
    [InlineData("author: A", "author: B")]
    [InlineData("tags: [hamn]", "tags: [hamn]\naliases: [/gammal/]")]
    public async Task Changed_settings_alone_do_not_show_Uppdaterad(string before, string after)
    {
        await PublishAsync(Path, Some.ArticleWith(before));
        await PublishAsync(Path, Some.ArticleWith(after));

        Assert.DoesNotContain("Uppdaterad", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("En annan titel", "Text.", "")]
    [InlineData("Rubriken", "En annan text.", "")]
    [InlineData("Rubriken", "Text.", "lead: En annan ingress")]
    public async Task Changed_text_that_readers_see_shows_Uppdaterad(string title, string text, string settings)
    {
        await PublishAsync(Path, Some.ArticleWith("", text: "Text."));
        await PublishAsync(Path, Some.ArticleWith(settings, title, text));

        Assert.Contains(
            "Uppdaterad: <time datetime=\"2026-05-04T10:00:00+02:00\">4 maj 2026 kl. 10.00",
            _site.Pages[Page],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_topic_is_listed_and_a_removed_one_is_not()
    {
        await PublishAsync(Path, Some.ArticleWith("tags: [hamn, båtar]"));
        await PublishAsync(Path, Some.ArticleWith("tags: [hamn, fiske]"));

        Assert.Contains("amnen/fiske/2026/index.html", _site.Pages.Keys);
        Assert.DoesNotContain("amnen/batar/2026/index.html", _site.Pages.Keys);
        Assert.DoesNotContain("amnen/batar/index.html", _site.Pages.Keys);
        Assert.DoesNotContain("båtar", _site.Pages["amnen/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_first_version_is_told_with_line_and_remedy_and_on_no_page()
    {
        await PublishAsync(Path, "---\ntitle: x\ndate: i går\n---\n");

        Assert.Equal(PublishChange.Refused, _site.Outcomes[^1].Change);
        Assert.StartsWith($"{Path}: Rad 3: ", _site.Told, StringComparison.Ordinal);
        Assert.Contains("Skriv datumet som 2026-03-24", _site.Told, StringComparison.Ordinal);
        Assert.DoesNotContain(Page, _site.Pages.Keys);

        await PublishAsync(Path, Some.Article("Rättad"));
        Assert.Empty(_site.Told);
    }

    [Fact]
    public async Task An_article_that_becomes_a_draft_and_back_stays_the_same_article()
    {
        await PublishAsync(Path, Some.ArticleWith("draft: false"));
        var feed = _site.Pages["rss.xml"];
        await PublishAsync(Path, Some.ArticleWith("draft: true"));
        Assert.DoesNotContain(Page, _site.Pages.Keys);
        Assert.Equal("draft", _site.Storage.Content.Blobs[Path].Tags["state"]);

        await PublishAsync(Path, Some.ArticleWith("draft: false"));

        Assert.Equal(feed, _site.Pages["rss.xml"]);
        Assert.DoesNotContain("Uppdaterad", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_article_may_be_scheduled_for_later()
    {
        await PublishAsync("artiklar/kajen.md", Some.ArticleWith("date: 2026-05-01"));
        await PublishAsync("artiklar/kajen.md", Some.ArticleWith("date: 2026-06-01"));

        Assert.DoesNotContain(Page, _site.Pages.Keys);
        var scheduled = Assert.Single((await _site.Engine.Status.ReadAsync(default)).Scheduled);
        Assert.Equal(("artiklar/kajen.md", "Rubriken"), (scheduled.Path.Value, scheduled.Title));
    }

    [Fact]
    public async Task A_file_of_a_thousand_mistakes_is_refused_or_published_like_any_other()
    {
        const string Broken = "[x](javascript:åäö) ![](/bilder/x.jpg)\n\n";
        await PublishAsync(Path, "# Rubriken\n\n" + string.Concat(Enumerable.Repeat(Broken, 3_000)));
        Assert.Equal(PublishChange.Published, _site.Outcomes[^1].Change);

        var settings = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"nyckel{i}: x\n"));
        await PublishAsync(Path, $"---\n{settings}date: i går\n---\n");
        Assert.Equal(PublishChange.Refused, _site.Outcomes[^1].Change);
        Assert.Equal("value", _site.Outcomes[^1].Diagnostics[0].Code);
    }

    [Fact]
    public async Task An_article_that_is_deleted_and_uploaded_again_keeps_its_identity()
    {
        await PublishAsync(Path, Some.Article("Kajen"));
        var feed = _site.Pages["atom.xml"];
        _site.Delete(Path);
        await _site.SettleAsync();

        await PublishAsync(Path, Some.Article("Kajen"));

        Assert.Equal(feed, _site.Pages["atom.xml"]);
    }

    private Task PublishAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
