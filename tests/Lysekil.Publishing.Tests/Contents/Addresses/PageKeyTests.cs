using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Tests.Contents.Addresses;

public class PageKeyTests
{
    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/om/", "om/index.html")]
    [InlineData("/om", "om/index.html")]
    [InlineData("/nyheter/sida.html", "nyheter/sida.html")]
    [InlineData("/h%C3%B6st/", "höst/index.html")]
    [InlineData("/höst", "höst/index.html")]
    [InlineData("om", null)]
    [InlineData("//evil.se/", null)]
    [InlineData("/a//b", null)]
    [InlineData("/a/../b", null)]
    [InlineData("/a/%2E%2E/b", null)]
    [InlineData("/a?b", null)]
    [InlineData("/a#b", null)]
    [InlineData("/a:b", null)]
    [InlineData("/a\\b", null)]
    [InlineData("/a%0Ab", null)]
    [InlineData("/50%25", null)]
    [InlineData("https://x.se/", null)]
    [InlineData("", null)]
    public void A_URL_gives_a_page_or_null(string url, string? page) =>
        Assert.Equal(page, PageKey.FromUrl(url)?.Value);

    [Theory]
    [InlineData("/om/", false)]
    [InlineData("/2019/10/x/", false)]
    [InlineData("/nyheter/sida.html", false)]
    [InlineData("/", true)]
    [InlineData("/rss.xml", true)]
    [InlineData("/404.html", true)]
    [InlineData("/nyhetsarkiv/2019/", true)]
    [InlineData("/amnen/skola/", true)]
    [InlineData("/sok/", true)]
    [InlineData("/sok.0123456789abcdef.js", true)]
    [InlineData("/bilder/x.jpg", true)]
    public void Pages_that_the_site_generates_are_reserved(string url, bool isReserved) =>
        Assert.Equal(isReserved, PageKey.FromUrl(url)!.IsReserved);

    [Theory]
    [InlineData("nyhetsarkiv/2019/10/index.html", "nyhetsarkiv/2019/index.html")]
    [InlineData("nyhetsarkiv/2019/index.html", "nyhetsarkiv/index.html")]
    [InlineData("amnen/skola/2019/index.html", "amnen/skola/index.html")]
    [InlineData("amnen/skola/index.html", "amnen/index.html")]
    [InlineData("sok/2019-10.json", "sok/index.html")]
    [InlineData("sok/2019-13.json", null)]
    [InlineData("sok/sidor.json", "sok/index.html")]
    [InlineData("sok/2019.10.json", null)]
    [InlineData("sok/index.html", null)]
    [InlineData("sitemap-2019-10.xml", "sitemap.xml")]
    [InlineData("sitemap-2019-13.xml", null)]
    [InlineData("sitemap-nyheter.xml", null)]
    [InlineData("sitemap-sidor.xml", "sitemap.xml")]
    [InlineData("nyhetsarkiv/2019/13/index.html", null)]
    [InlineData("nyhetsarkiv/2019/10/05/index.html", "nyhetsarkiv/2019/10/index.html")]
    [InlineData("nyhetsarkiv/2019/02/29/index.html", null)]
    [InlineData("nyhetsarkiv/2019/10/00/index.html", null)]
    [InlineData("amnen/skola/2019/10/index.html", "amnen/skola/2019/index.html")]
    [InlineData("amnen/skola/2019/13/index.html", null)]
    [InlineData("nyhetsarkiv/0000/index.html", null)]
    [InlineData("nyhetsarkiv/١٢٣٤/index.html", null)]
    [InlineData("amnen/Skola/index.html", null)]
    [InlineData("2019/10/x/index.html", null)]
    [InlineData("index.html", null)]
    public void The_parents_of_a_period_are_the_pages_that_show_its_summary(string page, string? parents)
    {
        var key = PageKey.Parse(page)!;

        Assert.Equal(parents ?? "", string.Join(", ", PageRoute.ParentsOf(key)));
        Assert.Equal(parents is not null, IndexKeys.SummaryOf(key) is not null);
    }

    [Fact]
    public void A_picture_s_page_is_its_path_and_its_URL_is_encoded()
    {
        var page = PageKey.Asset(new SourcePath("bilder/Åsa & co (1).jpg"));

        Assert.Equal(
            ("bilder/Åsa & co (1).jpg", "/bilder/%C3%85sa%20%26%20co%20%281%29.jpg"), (page.Value, page.Url));
        Assert.Equal(page, PageKey.FromUrl(page.Url));
        Assert.Equal(page, PageKey.Parse(page.Value));
    }

    [Fact]
    public void Work_that_an_earlier_version_left_for_its_report_is_still_read()
    {
        Assert.IsType<PageRoute.Claimed>(PageRoute.Of(PageKey.Parse("desk:index.html")!));
        Assert.Null(PageKey.Parse("desk:other.html"));
        Assert.Null(PageKey.FromUrl("/desk:index.html"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a/../b")]
    [InlineData("./a")]
    [InlineData("a\\b")]
    [InlineData("a?b")]
    [InlineData("a#b")]
    [InlineData("a:b")]
    [InlineData("a%20b")]
    [InlineData("a\u007Fb")]
    [InlineData("å\nb")]
    [InlineData("a🌊b")]
    public void Text_that_cannot_be_a_name_on_the_site_is_no_page(string text) => Assert.Null(PageKey.Parse(text));

    [Theory]
    [InlineData("a/b.c/...")]
    [InlineData("bilder/Åsa & co (1).jpg")]
    [InlineData("~a_b-c.d")]
    public void Any_other_name_is_a_page(string text) => Assert.Equal(text, PageKey.Parse(text)?.Value);
}
