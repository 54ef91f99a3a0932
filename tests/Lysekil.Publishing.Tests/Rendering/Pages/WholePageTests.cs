using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Rendering.Search;
using Lysekil.Publishing.Tests.Golden;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

public class WholePageTests
{
    [Fact]
    public async Task Every_page_is_HTML_with_one_heading_and_no_template_left()
    {
        foreach (var (name, page) in await PagesAsync())
        {
            Assert.True(page.QuerySelectorAll("h1").Length == 1, name);
            Assert.True(page.DocumentElement.GetAttribute("lang") is "sv" or "en", name);
            Assert.NotEmpty(page.Title!);
            Assert.NotNull(page.QuerySelector("a.skip[href='#innehall']"));
            Assert.NotNull(page.QuerySelector("main#innehall"));
            Assert.StartsWith(
                "default-src 'none'",
                page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"),
                StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll(
                "script:not([src], [type='application/ld+json']), style, iframe, [style], [onclick]"));
            Assert.All(page.QuerySelectorAll("img"), i => Assert.NotNull(i.GetAttribute("alt")));
            Assert.All(page.QuerySelectorAll("a"), a => Assert.NotEmpty(a.GetAttribute("href")!));
            AssertHeadingsInOrder(name, page);
            if (name != "web/2026/05/varning/index.html")
            {
                Assert.DoesNotContain(
                    "{{",
                    page.DocumentElement.OuterHtml.Replace("{{ site.title }}", "", StringComparison.Ordinal),
                    StringComparison.Ordinal);
                Assert.DoesNotContain("{%", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Lighthouse asks for robots.txt from within the page, and marks a page down that may not.</summary>
    [Fact]
    public async Task Every_page_may_ask_its_own_site() => Assert.All(await PagesAsync(), page => Assert.Contains(
        "connect-src 'self';",
        page.Value.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"),
        StringComparison.Ordinal));

    [Fact]
    public async Task Every_link_within_the_site_leads_to_a_page()
    {
        var pages = (await GoldenSite.GetAsync()).Pages;
        foreach (var (name, page) in await PagesAsync())
        {
            var urls = page.QuerySelectorAll("a[href^='/'], img[src^='/'], link[href^='/'], script[src^='/']").Select(
                e => e.GetAttribute("href") ?? e.GetAttribute("src")!);
            Assert.All(urls, url =>
            {
                var path = Uri.UnescapeDataString(url.Split('#')[0])[1..];
                Assert.True(
                    pages.ContainsKey(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path),
                    $"{name}: {url}");
            });
        }
    }

    [Fact]
    public async Task What_an_editor_writes_is_text_also_where_it_looks_like_a_template()
    {
        var page = (await PagesAsync())["web/2026/05/varning/index.html"];

        Assert.Equal("Klicka {{ site.title }}. Nu rättad.", page.QuerySelector(".body p")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_article_links_to_its_neighbours_its_topics_its_month_and_the_archive()
    {
        var page = (await PagesAsync())["web/2025/11/budget/index.html"];

        Assert.Equal("Budget & \"skatt\" <2026>", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/2019/10/valkyriorna/", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("/2025/11/skola/", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(
            ["/amnen/ekonomi/", "/amnen/aldringsvard/", "/amnen/ostersjon/"],
            page.QuerySelectorAll(".topics a").Select(a => a.GetAttribute("href")));
        Assert.Equal(
            ["/nyhetsarkiv/2025/11/", "/nyhetsarkiv/"],
            page.QuerySelectorAll(".onward a").Select(a => a.GetAttribute("href")));
        Assert.Equal(
            "Publicerad: 20 november 2025 kl. 18.30", page.QuerySelector(".meta span:last-child")!.TextContent);
        Assert.Equal(
            "https://www.exempel.se/2025/11/budget/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_that_search_engines_should_ignore_are_marked()
    {
        var pages = await PagesAsync();

        Assert.Equal(
            ["web/404.html"],
            pages.Where(p => p.Value.QuerySelector("meta[name=robots]")?.GetAttribute("content") == "noindex")
                .Select(p => p.Key));
    }

    [Fact]
    public async Task Only_search_may_run_a_script()
    {
        foreach (var (name, page) in await PagesAsync())
        {
            var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content");
            var isSearch = name == "web/sok/index.html";
            Assert.Equal(
                isSearch ? [SearchScript.Page.Url] : [],
                page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")));
            Assert.Equal(isSearch, policy!.Contains("script-src 'self';", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Topics_are_in_Swedish_order() => Assert.Equal(
        ["Ekonomi", "Skola", "Åldringsvård", "Östersjön"],
        (await PagesAsync())["web/amnen/index.html"].QuerySelectorAll(".index a").Select(a => a.TextContent));

    private static void AssertHeadingsInOrder(string name, IDocument page)
    {
        var level = 0;
        foreach (var heading in page.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            var next = heading.LocalName[1] - '0';
            Assert.True(next <= level + 1, $"{name}: {heading.TextContent}");
            level = next;
        }
    }

    private static async Task<Dictionary<string, IDocument>> PagesAsync() =>
        (await GoldenSite.FilesAsync()).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => (IDocument)new HtmlParser().ParseDocument(f.Value));
}
