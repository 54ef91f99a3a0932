using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

/// <summary>
/// What services that mail a feed need of it (<c>docs/newsletter.md</c>): they fetch it now and then, and mail each
/// item whose identity they have not seen, with its content as it stands.
/// </summary>
public class NewsletterTests
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;
    private readonly HashSet<string> _mailed = new(StringComparer.Ordinal);

    public NewsletterTests()
    {
        _site = new SimulatedSite(_clock);
        _site.Upload("site.yaml", "title: Bladet\nbaseUrl: https://www.exempel.se\n");
    }

    [Fact]
    public async Task Each_article_is_mailed_once()
    {
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        Assert.Equal(["Kajen"], await NextIssueAsync());
        Assert.Empty(await NextIssueAsync());

        await PublishAsync("artiklar/2026-05-02-bron.md", Some.Article("Bron"));
        await PublishAsync("artiklar/2026-05-03-fyren.md", Some.Article("Fyren"));

        Assert.Equal(["Fyren", "Bron"], await NextIssueAsync());
    }

    [Fact]
    public async Task An_article_that_is_corrected_or_gets_another_address_or_name_is_not_mailed_again()
    {
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        await NextIssueAsync();
        _clock.Advance(TimeSpan.FromDays(1));

        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("slug: kajer", "Kajerna", "Rättat."));
        Assert.Empty(await NextIssueAsync());
        _site.Delete("artiklar/2026-05-01-kajen.md");
        await PublishAsync("artiklar/2026-05-01-bryggan.md", Some.ArticleWith("slug: kajer", "Kajerna", "Rättat."));
        Assert.Empty(await NextIssueAsync());
        await PublishAsync("site.yaml", "title: Nya bladet\nbaseUrl: https://www.exempel.se\n");
        Assert.Empty(await NextIssueAsync());
    }

    [Fact]
    public async Task A_scheduled_article_is_mailed_once_it_is_published()
    {
        await PublishAsync("artiklar/senare.md", Some.ArticleWith("date: 2026-05-06 08:00", "Senare"));
        Assert.Empty(await NextIssueAsync());

        _clock.Advance(TimeSpan.FromDays(3));
        await _site.Engine.Schedule.PublishDueAsync(default);
        await _site.SettleAsync();

        Assert.Equal(["Senare"], await NextIssueAsync());
    }

    [Fact]
    public async Task Twenty_articles_between_two_issues_are_all_mailed()
    {
        for (var day = 1; day <= 20; day++)
        {
            _site.Upload($"artiklar/2026-04-{day:00}-nr-{day}.md", Some.Article($"Nr {day}"));
        }

        await _site.SettleAsync();

        Assert.Equal(Enumerable.Range(1, 20).Reverse().Select(day => $"Nr {day}"), await NextIssueAsync());
    }

    /// <summary>A mail has no page around it: what its HTML needs must be in it, and no script.</summary>
    [Fact]
    public async Task The_content_can_be_read_outside_of_the_site()
    {
        _site.Upload("bilder/kajen.png", SamplePicture.Png(1_000, 600));
        await PublishAsync(
            "artiklar/2026-05-01-kajen.md",
            Some.ArticleWith(
                "image: /bilder/kajen.png\nimage_alt: Kajen i sol\nlead: Ingressen.",
                "Kajen & bron",
                "Se [karta](/om/) och ![en båt](/bilder/kajen.png).[^1]\n\n<script>x</script>\n\n[^1]: Not."));
        var item = Items().Single();
        var html = new HtmlParser().ParseDocument(item.Element(Content + "encoded")!.Value);

        Assert.StartsWith("Ingressen.", html.Body!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(
            ["Kajen i sol", "en båt"], html.QuerySelectorAll("img").Select(i => i.GetAttribute("alt")));
        Assert.All(
            html.QuerySelectorAll("[href], [src]"),
            e => Assert.StartsWith(
                "https://www.exempel.se/", e.GetAttribute("href") ?? e.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(html.QuerySelectorAll("script, style, iframe, form, [onclick]"));
        Assert.Equal(
            ("https://www.exempel.se/2026/05/kajen/", "Kajen &amp; bron", "Fri, 01 May 2026 00:00:00 +0200"),
            (item.Element("link")!.Value, item.Element("title")!.Value, item.Element("pubDate")!.Value));
    }

    /// <summary>The titles of the articles that a service mails when it fetches the feed now.</summary>
    private async Task<IReadOnlyList<string>> NextIssueAsync()
    {
        await _site.SettleAsync();
        return [.. Items().Where(i => _mailed.Add(i.Element("guid")!.Value)).Select(i => i.Element("title")!.Value)];
    }

    private IEnumerable<XElement> Items() => XDocument.Parse(_site.Pages["rss.xml"]).Descendants("item");

    private Task PublishAsync(string path, string text)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
