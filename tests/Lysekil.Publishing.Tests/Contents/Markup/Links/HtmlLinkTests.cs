using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Tests.Contents.Markup.Links;

/// <summary>Links and pictures in HTML follow the same rules as those in Markdown.</summary>
public class HtmlLinkTests
{
    [Theory]
    [InlineData("hamn.jpg", "/artiklar/2019/hamn.jpg")]
    [InlineData("../../bilder/hamn i maj.jpg", "/bilder/hamn%20i%20maj.jpg")]
    [InlineData("/bilder/hamn.jpg", "/bilder/hamn.jpg")]
    [InlineData("https://exempel.se/a.jpg?x=1&amp;y", "https://exempel.se/a.jpg?x=1&y")]
    public void A_picture_has_the_address_that_Markdown_gives_it(string url, string src)
    {
        Assert.Equal(src, Element($"<img src=\"{url}\" alt=\"x\">", "img").GetAttribute("src"));
        Assert.Equal(src, Element($"![x](<{url}>)\n\n<b>x</b>", "img").GetAttribute("src"));
        Assert.Equal(
            new Uri(new Uri("https://www.exempel.se/"), src).AbsoluteUri,
            Element($"<img src=\"{url}\" alt=\"x\">", "img", new Uri("https://www.exempel.se/2019/10/hostmote/"))
                .GetAttribute("src"));
    }

    [Theory]
    [InlineData("2019-10-06-kajen.md#x", "/2019/10/kajen/#x")]
    [InlineData("../../sidor/om.md", "/om/")]
    [InlineData("/nyhetsarkiv/", "/nyhetsarkiv/")]
    [InlineData("protokoll.pdf", "/artiklar/2019/protokoll.pdf")]
    [InlineData("mailto:a@exempel.se", "mailto:a@exempel.se")]
    [InlineData("#not", "#not")]
    public void A_link_has_the_address_that_Markdown_gives_it(string url, string href) =>
        Assert.Equal(href, Element($"<a href=\"{url}\">x</a>", "a").GetAttribute("href"));

    [Fact]
    public void The_site_s_own_files_are_found() => Assert.Equal(
        [new SourcePath("artiklar/2019/protokoll.pdf"), new SourcePath("bilder/a.jpg"), new SourcePath("bilder/b.jpg")],
        Some.Markdown("![x](/bilder/b.jpg)\n\n<div><img src=\"../../bilder/a.jpg\" alt=\"a\">"
            + "<a href=\"protokoll.pdf\">b</a><img src=\"/bilder/b.jpg\" alt=\"b\"></div>\n").Assets);

    [Fact]
    public void A_picture_without_a_description_gives_a_warning_with_its_line()
    {
        var text = Some.Markdown("Ett.\n\n<b>två</b>\n\n<img src=\"../../bilder/a b.jpg\">\n");

        Assert.Equal([("alt", 5)], text.Diagnostics.Select(r => (r.Code, r.Line!.Value)));
        Assert.Equal("", new HtmlParser().ParseDocument(text.ToHtml()).QuerySelector("img")!.GetAttribute("alt"));
        // An ornament, and said to be one.
        Assert.Empty(Some.Markdown("<img src=\"/bilder/linje.png\" alt=\"\">").Diagnostics);
    }

    [Theory]
    [InlineData("<img src=\"javascript:alert(1)\" alt=\"x\">", "javascript:alert(1)")]
    [InlineData("<img src=\"ritning.svg\" alt=\"x\">", "ritning.svg")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\" alt=\"x\">", "data:image/png;base64,AAAA")]
    [InlineData("<a href=\"ftp://exempel.se/\">x</a>", "ftp://exempel.se/")]
    [InlineData("<a href=\"om/oss\">x</a>", "om/oss")]
    public void An_address_that_must_not_be_followed_is_removed_with_a_warning(string html, string url)
    {
        var text = Some.Markdown($"Ett.\n\n{html}\n");

        Assert.Empty(new HtmlParser().ParseDocument(text.ToHtml()).QuerySelectorAll("img, [href], [src]"));
        var diagnostic = Assert.Single(text.Diagnostics);
        Assert.Equal(("link", 3), (diagnostic.Code, diagnostic.Line));
        Assert.Contains($"”{url}”", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_equal_faults_some_give_a_warning() => Assert.Equal(
        5,
        Some.Markdown(string.Concat(Enumerable.Range(0, 50).Select(i => $"<img src=\"/bilder/{i}.jpg\">\n")))
            .Diagnostics.Count);

    [Fact]
    public void Rendering_twice_gives_the_same()
    {
        var text = Some.Markdown(
            "![x](hamn.jpg) <img src=\"../../bilder/å.jpg\" alt=\"å\">"
            + " [y](2019-10-06-kajen.md) [^1]\n\n[^1]: Not.\n");
        var first = text.ToHtml();

        text.ToHtml(new Uri("https://www.exempel.se/2019/10/hostmote/"));

        Assert.Equal(first, text.ToHtml());
    }

    private static IElement Element(string markdown, string name, Uri? page = null) =>
        new HtmlParser().ParseDocument(Some.Html(markdown, page)).QuerySelector(name)!;
}
