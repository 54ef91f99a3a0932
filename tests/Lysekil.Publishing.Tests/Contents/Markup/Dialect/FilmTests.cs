using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lysekil.Publishing.Tests.Contents.Markup.Dialect;

/// <summary>
/// A film is a link on a line of its own; nothing of the service is fetched before a visitor follows it.
/// </summary>
public class FilmTests
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "YouTube")]
    [InlineData("https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=43", "YouTube")]
    [InlineData("https://youtu.be/d__4w9W--cQ", "YouTube")]
    [InlineData("https://youtube.com/shorts/dQw4w9WgXcQ", "YouTube")]
    [InlineData("https://www.youtube.com/live/dQw4w9WgXcQ?si=x", "YouTube")]
    [InlineData("https://vimeo.com/1084537", "Vimeo")]
    [InlineData("https://vimeo.com/1084537/a1b2c3", "Vimeo")]
    [InlineData("https://www.svtplay.se/video/jXvk2Vq/fyren", "SVT Play")]
    [InlineData("https://urplay.se/program/212345-havet", "UR Play")]
    public void An_address_alone_becomes_a_link_to_the_service(string url, string service)
    {
        foreach (var markdown in new[] { url, $"<{url}>", $"Före.\n\n{url}\n\nEfter." })
        {
            var figure = Assert.Single(Parse(markdown).QuerySelectorAll("figure.film"));
            var link = Assert.IsAssignableFrom<IElement>(Assert.Single(figure.ChildNodes));

            Assert.Equal("a", link.LocalName);
            Assert.Equal(url, link.GetAttribute("href"));
            Assert.Equal($"Se filmen på {service}", link.TextContent);
            Assert.Equal("sv", link.GetAttribute("lang"));
        }
    }

    [Fact]
    public void A_link_alone_names_the_film()
    {
        var figure = Parse("[Mötet, *hela*](https://youtu.be/dQw4w9WgXcQ)").QuerySelector("figure.film")!;

        Assert.Equal("Mötet, hela", figure.QuerySelector("a")!.TextContent);
        Assert.Equal("Film på YouTube", figure.QuerySelector("figcaption")!.TextContent);
        Assert.Equal("sv", figure.QuerySelector("figcaption")!.GetAttribute("lang"));
        Assert.NotNull(
            Parse("[![Mötet](/bilder/x.jpg)](https://youtu.be/dQw4w9WgXcQ)").QuerySelector("figure.film a > img"));
        Assert.Equal(
            "Se filmen på YouTube",
            Parse("[](https://youtu.be/dQw4w9WgXcQ)").QuerySelector("figure.film a")!.TextContent);
    }

    [Fact]
    public void Several_films_become_a_figure_each() => Assert.Equal(
        ["https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/1084537"],
        Parse("https://youtu.be/dQw4w9WgXcQ\nhttps://vimeo.com/1084537").QuerySelectorAll("figure.film > a").Select(
            a => a.GetAttribute("href")));

    [Theory]
    [InlineData("Se https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("- https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("> https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ ![x](/bilder/x.jpg)")]
    [InlineData("https://www.youtube.com/@lysekil")]
    [InlineData("https://www.youtube.com/watch?list=x")]
    [InlineData("https://www.youtube.com/redirect?v=x")]
    [InlineData("https://youtube.com.example.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://vimeo.com/lysekil")]
    [InlineData("https://vimeo.com/")]
    [InlineData("https://www.svtplay.se/")]
    [InlineData("https://example.com/watch?v=dQw4w9WgXcQ")]
    public void Any_other_link_stays_a_link(string markdown)
    {
        var html = Parse(markdown);

        Assert.Empty(html.QuerySelectorAll("figure"));
        Assert.NotEmpty(html.QuerySelectorAll("a"));
    }

    [Fact]
    public void The_page_loads_nothing_from_the_service()
    {
        var html = Some.Html("https://youtu.be/dQw4w9WgXcQ\n\n[Mötet](https://vimeo.com/1)\n\n<b>x</b>");

        Assert.Empty(new HtmlParser().ParseDocument(html).QuerySelectorAll("iframe, script, img, [src], [style]"));
        Assert.Equal(2, new HtmlParser().ParseDocument(html).QuerySelectorAll("figure.film").Length);
    }

    [Fact]
    public void An_address_that_looks_like_html_stays_an_address()
    {
        var link = Parse("[](<https://youtu.be/x\"onclick=\"alert(1)>)").QuerySelector("figure.film a")!;

        Assert.Equal(["href", "lang"], link.Attributes.Select(a => a.Name));
    }

    [Fact]
    public void A_film_is_not_the_lead() =>
        Assert.Equal(
            "Ett stycke.", Some.Reading("# Rubrik\n\nhttps://youtu.be/dQw4w9WgXcQ\n\nEtt stycke.\n").Manuscript!.Lead);

    [Fact]
    public void A_pasted_frame_gives_a_warning_that_tells_how_to_show_a_film() => Assert.Contains(
        "en film som dess adress på en egen rad",
        Assert.Single(Some.Reading(
            "# Rubrik\n\nText.\n\n<iframe src=\"https://www.youtube.com/embed/x\"></iframe>\n").Diagnostics).Remedy,
        StringComparison.Ordinal);

    private static IDocument Parse(string markdown) => new HtmlParser().ParseDocument(Some.Html(markdown));
}
