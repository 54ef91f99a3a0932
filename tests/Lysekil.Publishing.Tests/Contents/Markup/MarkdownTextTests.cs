using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Markup.Dialect;

namespace Lysekil.Publishing.Tests.Contents.Markup;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("Text.\n\nKajen <!-- ring chefen\n\nfråga om mer --> är klar.\n", 3)]
    [InlineData("Kajen <!-- ring chefen\n", 1)]
    [InlineData("Kajen <!--- ring\n\n--->\n", 1)]
    public void A_comment_that_readers_would_see_refuses_the_text(string markdown, int line)
    {
        var (text, refusal) = MarkdownText.Read(markdown, Some.ArticlePath, firstLine: 1);

        Assert.Null(text);
        Assert.Equal(("comment", (int?)line), (refusal!.Code, refusal.Line));
    }

    [Theory]
    [InlineData("Kajen <!-- ring\nchefen --> är klar.\n", "<p>Kajen  är klar.</p>")]
    [InlineData("Kajen `<!-- x` är klar.\n", "<p>Kajen <code>&lt;!-- x</code> är klar.</p>")]
    [InlineData("Kajen \\<!-- x är klar.\n", "<p>Kajen &lt;!– x är klar.</p>")]
    [InlineData("Kajen.\n\n<!-- ring\n\nchefen -->\n\nKlar.\n", "<p>Kajen.</p>\n\n<p>Klar.</p>")]
    public void A_comment_that_readers_do_not_see_is_no_matter(string markdown, string html) =>
        Assert.Equal(html, Some.Html(markdown).Trim());

    [Theory]
    [InlineData("\"Valkyriorna\" möts", "”Valkyriorna” möts")]
    [InlineData("hon sa 'ja' nu", "hon sa ’ja’ nu")]
    [InlineData("2019 -- 2020 --- slut...", "2019 – 2020 — slut…")]
    [InlineData("<<citat>> nu", "»citat» nu")]
    [InlineData("redan ”rätt” – här", "redan ”rätt” – här")]
    [InlineData("`\"kod\" -- här`", "\"kod\" -- här")]
    public void Quotes_and_dashes_are_Swedish(string markdown, string text) =>
        Assert.Equal(text, Parse(markdown).QuerySelector("p")!.TextContent);

    [Theory]
    [InlineData("sv", "hon’s ”ja ’nu’ då”, »x»")]
    [InlineData("en", "hon’s “ja ‘nu’ då”, «x»")]
    [InlineData("nb", "hon’s «ja ‘nu’ då», «x»")]
    [InlineData("fi", "hon’s ”ja ’nu’ då”, »x»")]
    public void Quotes_are_those_of_the_language_in_the_page_and_in_plain_text(string language, string text)
    {
        const string Markdown = "hon’s \"ja 'nu' då\", <<x>>";
        var locale = Locale.Of(language)!;
        var read = Some.Markdown(Markdown);

        Assert.Equal(text, new HtmlParser().ParseDocument(read.ToHtml(locale: locale)).QuerySelector("p")!.TextContent);
        Assert.Equal([text], read.Paragraphs(locale));
        Assert.Equal(
            (text, text), (read.FirstParagraph(locale), PlainText.OfHeading(Markdown, locale)));
    }

    /// <summary>A mark of which it is not certain whether it opens or closes a quotation stays as it is.</summary>
    [Theory]
    [InlineData("don't", "don't")]
    [InlineData("the '90s", "the '90s")]
    [InlineData("5\" wide", "5\" wide")]
    [InlineData("\"It isn't,\" she said.", "“It isn't,” she said.")]
    public void A_mark_that_quotes_nothing_stays(string markdown, string text) =>
        Assert.Equal([text], Some.Markdown(markdown).Paragraphs(Locale.Of("en")!));

    [Theory]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n")]
    [InlineData("| a | b |\n|---|---|\n| 1 | <b>2</b> |\n")]
    public void Tables_can_be_scrolled_with_the_keyboard(string markdown) =>
        Assert.Equal("0", Parse(markdown).QuerySelector("table")!.GetAttribute("tabindex"));

    [Theory]
    [InlineData("<b tabindex=\"1\">x</b>")]
    [InlineData("<b tabindex=\"-1\">x</b>")]
    public void The_order_of_focus_is_the_order_of_the_text(string markdown) =>
        Assert.False(Parse(markdown).QuerySelector("b")!.HasAttribute("tabindex"));

    [Fact]
    public void Columns_of_tables_are_aligned_by_class()
    {
        var table = Parse("| Parti | Röster | Andel | Not |\n|:--|--:|:-:|---|\n| S | 1 200 | 30 % | a |\n")
            .QuerySelector("table")!;

        Assert.Equal(
            [null, "right", "center", null], table.QuerySelectorAll("th").Select(c => c.GetAttribute("class")));
        Assert.Equal(
            [null, "right", "center", null], table.QuerySelectorAll("td").Select(c => c.GetAttribute("class")));
        Assert.Empty(table.QuerySelectorAll("[style], [align]"));
    }

    [Fact]
    public void Footnotes_link_to_their_notes_and_back()
    {
        var html = Parse("Text.[^1]\n\n[^1]: Noten.\n");
        var reference = html.QuerySelector("a.footnote-ref")!;

        Assert.Equal(
            "Noten.", html.QuerySelector($"[id='{reference.GetAttribute("href")![1..]}'] p")!.FirstChild!.TextContent);
        Assert.NotNull(
            html.QuerySelector($"[id='{html.QuerySelector("a.footnote-back-ref")!.GetAttribute("href")![1..]}']"));
    }

    [Theory]
    [InlineData("se www.lysekil.se.", "https://www.lysekil.se")]
    [InlineData("se https://lysekil.se/a?b=c.", "https://lysekil.se/a?b=c")]
    [InlineData("se <https://lysekil.se>", "https://lysekil.se")]
    [InlineData("<red@lysekil.se>", "mailto:red@lysekil.se")]
    public void Addresses_become_links(string markdown, string url) =>
        Assert.Equal(url, Parse(markdown).QuerySelector("a")!.GetAttribute("href"));

    [Theory]
    [InlineData("# a\n\n# b", "h2 h2")]
    [InlineData("# a\n\n## b\n\n# c", "h2 h3 h2")]
    [InlineData("### a\n\n##### b\n\n### c\n\n## d", "h2 h3 h2 h2")]
    [InlineData("###### a", "h2")]
    [InlineData("# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f", "h2 h3 h4 h5 h6 h6")]
    [InlineData("## a\n\n#### b\n\n### c\n\n> # d", "h2 h3 h3 h2")]
    public void Headings_are_in_order_below_the_page_s_own(string markdown, string levels) =>
        Assert.Equal(
            levels, string.Join(' ', Parse(markdown).QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName)));

    [Fact]
    public void Headings_have_anchors_also_with_Swedish_letters_and_twice()
    {
        var ids = Parse("## Årets höjd\n\n## Årets höjd\n").QuerySelectorAll("h2").Select(h => h.Id!).ToList();

        Assert.All(ids, id => Assert.Matches(@"^[\wåäö-]+$", id));
        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public void Rendering_twice_gives_the_same()
    {
        var text = Some.Markdown("[x](/bilder/a.jpg) ![y](/bilder/b.jpg) [z](#a) <b>c</b>\n\n# a\n");
        var first = text.ToHtml();

        text.ToHtml(new Uri("https://x.se/2019/"));

        Assert.Equal(first, text.ToHtml());
    }

    [Theory]
    [InlineData("*a* `b` [c](https://d.se) &amp; &aring;", "a b c & å")]
    [InlineData("a\nb", "a b")]
    [InlineData("", "")]
    [InlineData("  Två  ord, och 3 till ", "Två ord, och 3 till")]
    [InlineData("Kajen: vem betalar?", "Kajen: vem betalar?")]
    [InlineData("Ring tel:052361300", "Ring 052361300")]
    [InlineData("www.exempel.se", "www.exempel.se")]
    [InlineData("<b>a</b>", "a")]
    public void A_heading_as_plain_text_has_no_Markdown(string markdown, string text) =>
        Assert.Equal(text, PlainText.OfHeading(markdown, Locale.Swedish));

    private static IDocument Parse(string markdown) => new HtmlParser().ParseDocument(Some.Html(markdown));
}
