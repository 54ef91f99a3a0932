using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Tests.Contents.Writing;

/// <summary>What is written is read as what was meant: each case is rendered by the engine.</summary>
public class InlineMarkdownTests
{
    [Theory]
    [InlineData("**", "Obs!", "Texten", "<p><strong>Obs!</strong>Texten</p>")]
    [InlineData("**", " Obs ", "Texten", "<p>före <strong>Obs</strong> Texten</p>")]
    [InlineData("*", "(a)", "b", "<p><em>(a)</em>b</p>")]
    [InlineData("~~", "x", "y", "<p><del>x</del>y</p>")]
    [InlineData("^", "2", " och", "<p><sup>2</sup> och</p>")]
    [InlineData("`", "a`b", "c", "<p><code>a`b</code>c</p>")]
    [InlineData("***", "a!", "b", "<p><strong><em>a!</em></strong>b</p>")]
    public void Emphasis_ends_where_it_ended(string marker, string text, string after, string html)
    {
        var inline = new InlineMarkdown();
        inline.Add(text.StartsWith(' ') ? "före" : "");
        inline.Add(text, StyleOf(marker));
        inline.Add(after);

        Assert.Equal(html + "\n", Some.HtmlOfFile(inline.ToParagraph()));
    }

    [Fact]
    public void Emphasis_of_one_style_in_several_pieces_is_one()
    {
        var inline = new InlineMarkdown();
        inline.Add("Ka", SpanStyles.Bold);
        inline.Add("jen", SpanStyles.Bold);
        inline.Add(" byggs", SpanStyles.Italic);

        Assert.Equal("**Kajen** *byggs*", inline.ToMarkdown());
    }

    [Theory]
    [InlineData("https://example.org/a b(c)", "länken", "[länken](https://example.org/a%20b%28c%29)")]
    [InlineData("https://example.org/", "https://example.org/", "<https://example.org/>")]
    [InlineData("/om/", "a]b", "[a\\]b](/om/)")]
    [InlineData("/om/", " ", "")]
    public void A_link_leads_where_it_led(string url, string text, string markdown)
    {
        var inline = new InlineMarkdown();
        inline.Add(text, link: url);

        Assert.Equal(markdown, inline.ToMarkdown());
    }

    [Fact]
    public void A_line_break_stays_within_the_paragraph_and_none_at_its_ends()
    {
        var inline = new InlineMarkdown();
        inline.AddLineBreak();
        inline.Add("Gatan 1 ");
        inline.AddLineBreak();
        inline.Add("- 453 30 Lysekil");
        inline.AddLineBreak();

        Assert.Equal("Gatan 1\\\n\\- 453 30 Lysekil", inline.ToParagraph());
        Assert.Equal("<p>Gatan 1<br />\n- 453 30 Lysekil</p>\n", Some.HtmlOfFile(inline.ToParagraph()));
    }

    private static SpanStyles StyleOf(string marker) => marker switch
    {
        "**" => SpanStyles.Bold,
        "*" => SpanStyles.Italic,
        "***" => SpanStyles.Bold | SpanStyles.Italic,
        "~~" => SpanStyles.Struck,
        "^" => SpanStyles.Raised,
        _ => SpanStyles.Code,
    };
}
