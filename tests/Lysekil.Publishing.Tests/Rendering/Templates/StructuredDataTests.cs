using System.Text.Json;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Tests.Golden;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Templates;

/// <summary>What machines read of an article's page: JSON-LD by schema.org, Open Graph by its protocol.</summary>
public class StructuredDataTests
{
    private const string Page = "2025/11/budget/index.html";

    [Fact]
    public async Task An_article_has_the_data_that_search_engines_require()
    {
        var json = await JsonAsync(Page);

        Assert.Equal("https://schema.org", json.GetProperty("@context").GetString());
        Assert.Equal("NewsArticle", json.GetProperty("@type").GetString());
        Assert.Equal("Budget & \"skatt\" <2026>", json.GetProperty("headline").GetString());
        Assert.Equal("2025-11-20T18:30:00+01:00", json.GetProperty("datePublished").GetString());
        Assert.Equal("Person", json.GetProperty("author").GetProperty("@type").GetString());
        Assert.Equal("Eva Ström", json.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("https://www.exempel.se/bilder/hamn.png", json.GetProperty("image")[0].GetString());
    }

    [Fact]
    public async Task A_page_has_the_data_for_a_link_on_other_sites()
    {
        var site = await GoldenSite.GetAsync();
        var page = new HtmlParser().ParseDocument(site.Pages[Page]);
        string? Property(string name) => page.QuerySelector($"meta[property='{name}']")?.GetAttribute("content");

        Assert.Equal("article", Property("og:type"));
        Assert.Equal("Budget & \"skatt\" <2026>", Property("og:title"));
        Assert.Equal("https://www.exempel.se/bilder/hamn.png", Property("og:image"));
        Assert.Equal("Hamnen en höstkväll", Property("og:image:alt"));
        Assert.Equal("Kommunens budget i korthet.", Property("og:description"));
        Assert.Equal(
            "Kommunens budget i korthet.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal("/2019/10/valkyriorna/", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    /// <summary>Nothing that an editor writes ends the element that holds the data.</summary>
    [Fact]
    public async Task A_title_cannot_end_the_element()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("artiklar/2026-05-01-x.md", "---\ntitle: </script><script>alert(1)</script>\n---\nText.\n");
        await site.SettleAsync();

        var page = new HtmlParser().ParseDocument(site.Pages["2026/05/x/index.html"]);
        var script = Assert.Single(page.Scripts);
        Assert.Equal("application/ld+json", script.Type);
        Assert.Equal(
            "</script><script>alert(1)</script>",
            JsonDocument.Parse(script.Text).RootElement.GetProperty("headline").GetString());
    }

    private static async Task<JsonElement> JsonAsync(string page)
    {
        var site = await GoldenSite.GetAsync();
        var script = new HtmlParser()
            .ParseDocument(site.Pages[page])
            .QuerySelector("script[type='application/ld+json']")!;
        return JsonDocument.Parse(script.TextContent).RootElement;
    }
}
