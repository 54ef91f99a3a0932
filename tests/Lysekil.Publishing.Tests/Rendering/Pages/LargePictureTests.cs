using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>A picture of an article opens as a whole, by a link and without a script.</summary>
public class LargePictureTests
{
    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task The_lead_picture_and_the_figures_are_links_to_the_picture_itself()
    {
        var page = await PublishAsync("![Kajen](/bilder/kaj.jpg \"Kajen i maj\")");

        Assert.Equal(
            ["/bilder/kaj.jpg", "/bilder/kaj.jpg"],
            page.QuerySelectorAll("figure > a:has(img)").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("[![Kajen](/bilder/kaj.jpg)](https://exempel.se/)")]
    [InlineData("<div><a href=\"https://exempel.se/\"><figure>"
        + "<img src=\"/bilder/kaj.jpg\" alt=\"Kajen\"></figure></a></div>")]
    public async Task A_picture_that_is_a_link_leads_where_its_editor_wants(string text)
    {
        var page = await PublishAsync(text);

        Assert.Equal(
            ["https://exempel.se/"], page.QuerySelectorAll(".body a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_picture_within_a_line_of_text_is_none()
    {
        var page = await PublishAsync("Se ![kajen](/bilder/kaj.jpg) här.");

        Assert.Empty(page.QuerySelectorAll(".body a"));
        Assert.Single(page.QuerySelectorAll(".body img"));
    }

    private async Task<IDocument> PublishAsync(string text)
    {
        _site.Upload("bilder/kaj.jpg", SamplePicture.Jpeg(900, 600, SKColors.Teal, SKColors.White));
        _site.Upload(
            "artiklar/2026-05-01-kajen.md",
            $"---\nimage: /bilder/kaj.jpg\nimage_alt: Kajen\n---\n# Kajen\n\nText.\n\n{text}\n");
        await _site.SettleAsync();
        return new HtmlParser().ParseDocument(_site.Pages["2026/05/kajen/index.html"]);
    }
}
