using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Rendering.Sharing;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>What other sites show of a page, and the way to them.</summary>
public class SharingTests
{
    private const string Article = "2026/05/kajen/index.html";
    private const string Illustrated = "2026/05/bryggan/index.html";

    [Fact]
    public async Task A_page_without_a_picture_has_that_of_the_site()
    {
        var site = await SiteAsync("shareImage: bilder/dela hit.jpg\n");

        foreach (var name in new[] { "index.html", Article, "om/index.html", "nyhetsarkiv/index.html" })
        {
            Assert.Equal(
                ["https://www.exempel.se/bilder/dela%20hit.jpg", "Lysekilsbladet", "summary_large_image"],
                Picture(site, name));
        }

        Assert.Equal(
            ["https://www.exempel.se/bilder/kaj.png", "Kajen i sol.", "summary_large_image"],
            Picture(site, Illustrated));
        Assert.Empty(Picture(site, "404.html"));
    }

    [Fact]
    public async Task A_site_without_such_a_picture_has_none_there() =>
        Assert.Empty(Picture(await SiteAsync(""), Article));

    [Theory]
    [InlineData("sv", "Dela artikeln")]
    [InlineData("en", "Share this article")]
    public async Task An_article_can_be_shared_where_the_settings_ask_for_it(string language, string word)
    {
        var site = await SiteAsync($"share: true\nlanguage: {language}\n");

        var page = Page(site, Article);
        Assert.Equal(word, page.QuerySelector("[data-share]")!.GetAttribute("data-share"));
        Assert.Equal(ShareScript.Page.Url, page.QuerySelector("script[type=module]")!.GetAttribute("src"));
        Assert.Matches("script-src 'self' 'sha256-[^']+';", Policy(page));
        Assert.Contains("navigator.share", site.Pages[ShareScript.Page.Value], StringComparison.Ordinal);
        Assert.All(["index.html", "om/index.html", "nyhetsarkiv/index.html"], name =>
            Assert.Empty(Page(site, name).QuerySelectorAll("script")));
    }

    [Fact]
    public async Task The_script_goes_with_the_setting()
    {
        var site = await SiteAsync("share: true\n");

        site.Upload("site.yaml", "title: x\n");
        await site.SettleAsync();

        Assert.DoesNotContain(ShareScript.Page.Value, site.Pages.Keys);
        Assert.Empty(Page(site, Article).QuerySelectorAll("script[src], [data-share]"));
    }

    private static async Task<SimulatedSite> SiteAsync(string settings)
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("site.yaml", "title: Lysekilsbladet\nbaseUrl: https://www.exempel.se\n" + settings);
        site.Upload("bilder/kaj.png", SamplePicture.Png(1_000, 600));
        site.Upload("sidor/om.md", "# Om oss\n\nText.\n");
        site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        site.Upload(
            "artiklar/2026-05-02-bryggan.md", Some.ArticleWith("image: /bilder/kaj.png\nimage_alt: Kajen i sol."));
        await site.SettleAsync();
        return site;
    }

    private static IEnumerable<string?> Picture(SimulatedSite site, string name) => Page(site, name)
        .QuerySelectorAll("meta[property^='og:image'], meta[name='twitter:card']")
        .Select(m => m.GetAttribute("content"));

    private static string Policy(IDocument page) =>
        page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;

    private static IDocument Page(SimulatedSite site, string name) => new HtmlParser().ParseDocument(site.Pages[name]);
}
