using AngleSharp.Html.Parser;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Tests.Contents.Markup.Links;

public class LinkTests
{
    [Theory]
    [InlineData("bild.jpg", "/artiklar/2019/bild.jpg")]
    [InlineData("../../bilder/hamn.jpg", "/bilder/hamn.jpg")]
    [InlineData("/bilder/hamn.jpg", "/bilder/hamn.jpg")]
    [InlineData("/bilder/h%C3%B6st.jpg", "/bilder/h%C3%B6st.jpg")]
    [InlineData("/bilder/höst.jpg", "/bilder/h%C3%B6st.jpg")]
    [InlineData("rapport.pdf#page=2", "/artiklar/2019/rapport.pdf#page=2")]
    [InlineData("2019-11-01-budget.md", "/2019/11/budget/")]
    [InlineData("../2018/2018-02-03-kajen.md#mer", "/2018/02/kajen/#mer")]
    [InlineData("../../sidor/om.md", "/om/")]
    [InlineData("/om/", "/om/")]
    [InlineData("/om", "/om")]
    [InlineData("/", "/")]
    [InlineData("/rss.xml", "/rss.xml")]
    [InlineData("#", "#")]
    [InlineData("?a=b", "?a=b")]
    [InlineData("//lysekil.se/x", "https://lysekil.se/x")]
    [InlineData("https://lysekil.se/x", "https://lysekil.se/x")]
    [InlineData("HTTPS://lysekil.se", "HTTPS://lysekil.se")]
    [InlineData("mailto:red@lysekil.se", "mailto:red@lysekil.se")]
    [InlineData("tel:+46523123", "tel:+46523123")]
    public void A_link_to_a_source_has_the_address_of_its_page(string url, string href)
    {
        var text = Some.Markdown($"[x](<{url}>)");

        Assert.Empty(text.Diagnostics);
        Assert.Equal(href, new HtmlParser().ParseDocument(text.ToHtml()).QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("utan-datum.md")]
    [InlineData("../../../utanför.jpg")]
    [InlineData("annan/")]
    [InlineData("www.lysekil.se")]
    [InlineData("lysekil.se/om")]
    [InlineData("dokument.docx")]
    [InlineData("ftp://x.se")]
    [InlineData("file:///etc/passwd")]
    [InlineData("C:\\bilder\\x.jpg")]
    [InlineData("")]
    public void A_link_that_must_not_be_followed_becomes_text_with_a_warning(string url)
    {
        var text = Some.Markdown($"före [**ordet**](<{url}>) efter");
        var html = new HtmlParser().ParseDocument(text.ToHtml());

        Assert.Equal("link", Assert.Single(text.Diagnostics).Code);
        Assert.Empty(html.QuerySelectorAll("a"));
        Assert.Equal("före ordet efter", html.QuerySelector("p")!.TextContent);
        Assert.NotNull(html.QuerySelector("strong"));
    }

    [Theory]
    [InlineData("[a](x:y)\n===\n\nText.", 1)]
    [InlineData("Text.\n\nEn rad\nen till\n[a](x:y)\n---\n", 5)]
    [InlineData("> citat\n> [a](x:y)\n> ===\n", 2)]
    [InlineData("`kod\nmera` [a](x:y)\n---\n", 2)]
    [InlineData("Text.\n\n## [a](x:y)\n", 3)]
    [InlineData("En\ntvå\ntre [a](x:y)\n-", 3)]
    public void A_warning_about_a_link_in_a_heading_names_its_line(string markdown, int line) =>
        Assert.Equal(line, Assert.Single(Some.Markdown(markdown).Diagnostics).Line);

    [Theory]
    [InlineData("https://x.se/a.jpg", "https://x.se/a.jpg")]
    [InlineData("a.jpg", "/artiklar/2019/a.jpg")]
    [InlineData("/bilder/a.jpg?b=c", "/bilder/a.jpg")]
    public void A_picture_is_shown(string url, string src) =>
        Assert.Equal(
            src,
            new HtmlParser().ParseDocument(Some.Html($"![alt](<{url}>)")).QuerySelector("img")!.GetAttribute("src"));

    [Theory]
    [InlineData("mailto:a@b.se")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("/om/")]
    [InlineData("#x")]
    [InlineData("a.md")]
    public void A_file_that_is_no_picture_is_not_shown(string url) =>
        Assert.DoesNotContain("<img", Some.Html($"![alt](<{url}>)"), StringComparison.Ordinal);

    [Fact]
    public void The_files_that_a_text_needs_are_listed_once_each_in_order() => Assert.Equal(
        [new SourcePath("artiklar/2019/b.pdf"), new SourcePath("bilder/a.jpg")],
        Some.Markdown("![x](/bilder/a.jpg) [y](b.pdf) [z](/bilder/a.jpg) [å](https://x.se/c.jpg) [ä](x.md)").Assets);

    [Fact]
    public void In_feeds_every_address_is_absolute()
    {
        var html = Some.Html(
            "[a](/om/) ![b](/bilder/b.jpg) [c](#x) [d](https://d.se/) <a href=\"/e/\">e</a> www.f.se[^1]\n\n"
                + "[^1]: Not.\n",
            new Uri("https://www.exempel.se/2019/10/x/"));

        Assert.All(
            new HtmlParser().ParseDocument(html).QuerySelectorAll("[href],[src]").Select(
                e => e.GetAttribute("href") ?? e.GetAttribute("src")!),
            url => Assert.StartsWith("https://", url, StringComparison.Ordinal));
    }

    [Fact]
    public void In_feeds_every_address_is_absolute_also_without_HTML()
    {
        var html = Some.Html("[c](#x) Text.[^1]\n\n[^1]: Not.\n", new Uri("https://www.exempel.se/2019/10/x/"));

        Assert.All(
            new HtmlParser().ParseDocument(html).QuerySelectorAll("[href]").Select(e => e.GetAttribute("href")!),
            url => Assert.StartsWith("https://www.exempel.se/2019/10/x/#", url, StringComparison.Ordinal));
    }
}
