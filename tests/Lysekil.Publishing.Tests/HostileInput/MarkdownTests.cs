using System.Text;
using Lysekil.Publishing.Contents.Articles;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>Markdown that is made to be slow is read or refused in bounded time.</summary>
[Collection(HostileInputCollection.Name)]
public class MarkdownTests
{
    public static TheoryData<string, string> Nested => new()
    {
        { "quotes", Repeat("> ", 10_000) + "x" },
        { "quotes without spaces", Repeat(">", 10_000) },
        { "lists", Repeat("- ", 5_000) + "x" },
        { "indented lists", string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', 2 * i) + "- x\n")) },
        { "emphasis", Repeat("*a **b ", 4_000) },
        { "closed emphasis", Repeat("*a **b ", 500) + Repeat("c** d*", 500) },
        { "links", Repeat("[", 3_000) + "a" + Repeat("](b)", 3_000) },
        { "pictures", Repeat("![", 1_000) + "a" + Repeat("](b.jpg)", 1_000) },
        { "quotes and emphasis", Repeat("> ", 100) + Repeat("*a **b ", 60) + Repeat("c** d*", 60) },
        { "HTML", Repeat("<div>", 10_000) + "x" },
        { "inline HTML", "x " + Repeat("<b>", 10_000) + "x" },
        { "closed HTML", Repeat("<blockquote>", 3_000) + "x" + Repeat("</blockquote>", 3_000) },
        { "misnested HTML", Repeat("<a><b><table>", 1_000) + "x" },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public void Deeply_nested_text_is_read_or_refused(string what, string markdown) =>
        AssertSoon(what, markdown);

    [Theory]
    [InlineData("# ", "")]
    [InlineData("", "")]
    [InlineData("", "\n===")]
    [InlineData("---\nlead: x\n---\n# ", "")]
    public void A_deeply_nested_title_is_read_or_refused(string before, string after)
    {
        string[] titles =
        [
            Repeat(">", 10_000), Repeat("- ", 3_000), Repeat("[", 10_000), Repeat("*a **b ", 2_000),
            Repeat("<b>", 10_000),
        ];
        foreach (var title in titles)
        {
            AssertSoon("title", before + title + after + "\n\nText.\n");
        }
    }

    /// <summary>
    /// Inputs on which Markdown parsers are known to take quadratic time (commonmark's pathological tests).
    /// </summary>
    public static TheoryData<string, string> Quadratic => new()
    {
        { "brackets", Repeat("[", 5_000) },
        { "bracket pairs", Repeat("[a](", 5_000) },
        { "bracket pairs in angles", Repeat("[a](<b", 5_000) },
        { "picture openings", Repeat("![[]()", 2_500) },
        { "stars", Repeat("*a_ ", 2_500) },
        { "stars and underscores", Repeat("a**b" + "c* ", 2_500) },
        { "backticks", string.Concat(Enumerable.Range(1, 600).Select(i => "e" + new string('`', i))) },
        { "angle brackets", Repeat("<", 5_000) },
        { "HTML comments", "x " + Repeat("<!-- ", 2_500) },
        { "processing instructions", "x " + Repeat("<?", 2_500) },
        { "CDATA", "x " + Repeat("<![CDATA[", 2_500) },
        { "entities", Repeat("&", 5_000) },
        { "tildes", Repeat("~~a ", 2_500) },
        { "table columns", Repeat("|", 5_000) + "\n" + Repeat("|-", 5_000) + "\n" + Repeat("|", 5_000) },
        { "table rows", "|a|b|\n|-|-|\n" + Repeat("|c|d|\n", 2_500) },
        {
            "reference definitions",
            string.Concat(Enumerable.Range(0, 2_500).Select(i => $"[{i}]: /x\n")) + Repeat("[1] ", 2_500)
        },
        {
            "footnotes",
            string.Concat(Enumerable.Range(0, 1_500).Select(i => $"[^{i}]: x\n\n"))
            + string.Concat(Enumerable.Range(0, 1_500).Select(i => $"[^{i}] "))
        },
        { "addresses", Repeat("www.a.se ", 2_500) },
        { "address starts", Repeat("http://", 2_500) },
        { "same headings", Repeat("# a\n\n", 2_500) },
        { "quotes", Repeat("\"a ' ", 2_500) },
        { "spaces in a title", "# a" + Repeat(" ", 5_000) + "b" },
        { "hashes in a title", "# a" + Repeat(" #", 2_500) + "b" },
        { "spaces in a late title", "a\n\n# a" + Repeat(" ", 5_000) + "b" },
        { "spaces in a first line", Repeat("a ", 5_000) + "\n" + Repeat("-", 5_000) + "x" },
        { "short lines", Repeat("Abc\n\n", 5_000) },
        { "bullets", Repeat("• a\n", 5_000) },
        { "lazy quotes", Repeat("> a\nb\n", 2_500) },
        { "blank lines in lists", Repeat("- a\n\n\n", 2_500) },
        { "dropped links", Repeat("[a](x:) ", 2_500) },
    };

    [Theory]
    [MemberData(nameof(Quadratic))]
    public void Text_that_is_slow_to_parse_is_bounded(string what, string markdown) => AssertSoon(what, markdown);

    /// <summary>The same, as often as it fits the largest file, or an eighth of that if this is no long run.</summary>
    [Theory]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("[a](<b")]
    [InlineData("![[]()")]
    [InlineData("*a_ ")]
    [InlineData("a**bc* ")]
    [InlineData("**x [a*b**c*](d) ")]
    [InlineData("~~a ")]
    [InlineData("`a ``b ")]
    [InlineData("<")]
    [InlineData("x <!-- ")]
    [InlineData("x <?")]
    [InlineData("x <![CDATA[")]
    [InlineData("&")]
    [InlineData("\"a ' ")]
    [InlineData("www.a.se ")]
    [InlineData("http://")]
    [InlineData("mailto:a@b.se ")]
    [InlineData("[^")]
    [InlineData("[a]: b\n")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("# a\n\n")]
    [InlineData("Abc\n\n")]
    [InlineData("<div>\n")]
    [InlineData("<div x\n")]
    [InlineData("<div x=\"\n")]
    [InlineData("<div x='a\" > ")]
    [InlineData("[a][b] ")]
    [InlineData("[a][")]
    [InlineData("|a|\n")]
    [InlineData("[^a] ")]
    [InlineData("a <!--\n\n")]
    [InlineData("[a](b -- c.jpg)\n\n")]
    [InlineData("![a](b c.jpg)\n\n")]
    [InlineData("](a b ")]
    [InlineData("a@b.se ")]
    [InlineData("a@b.se_")]
    [InlineData("a@")]
    [InlineData("[[a|b]] ")]
    [InlineData("[[")]
    [InlineData("%%a")]
    [InlineData("%%\n")]
    [InlineData("{{ ")]
    [InlineData("[a]{.b")]
    [InlineData("[a]{.b}\n\n")]
    [InlineData("[caption]![a](b)")]
    [InlineData("**a!**b\n\n")]
    [InlineData("**a ")]
    [InlineData("【a†b】 \n\n")]
    [InlineData("a  b\n-- --\nc  d\n\n")]
    [InlineData("+--+\n")]
    [InlineData("+--+--+\n|a |b |\n")]
    [InlineData("> [!note] a\n\n")]
    [InlineData("a|b\nc\n")]
    [InlineData("a|b\n-|-\nc\n")]
    [InlineData("a\tb\n")]
    [InlineData("[a](#b)\n\n")]
    [InlineData("`a `` ")]
    [InlineData("```\n")]
    [InlineData("<!-- ")]
    [InlineData("# a {#b}\n\n")]
    [InlineData("1. a\n")]
    public void Long_text_that_is_slow_to_parse_is_bounded(string sign) =>
        AssertSoon(sign, "x " + Repeated.Long(sign));

    [Fact]
    public void Half_a_megabyte_of_special_characters_in_code_is_bounded() =>
        AssertSoon("code", "```\n" + Repeated.ToTheLimit("](")[..^100] + "a b.jpg)\n```");

    [Theory]
    [InlineData("<div>\n", "<i>a</i>\n")]
    [InlineData("<br>\n\n", "- a\n")]
    public void Half_a_megabyte_of_elements_is_refused(string html, string element)
    {
        var text = html + Repeated.ToTheLimit(element);

        AssertSoon("elements", text);
        Assert.Equal("html", Assert.Single(Some.Reading("# Rubrik\n\n" + text[..^100]).Diagnostics).Code);
    }

    [Theory]
    [InlineData("|a|b|\n|-|-|\n", "|c|d|\n")]
    [InlineData("", "|a|b|\n|-|-|\n|c|d|\n\n")]
    public void A_table_of_half_a_megabyte_is_refused(string head, string row) =>
        AssertTooLarge(head + Repeated.ToTheLimit(row));

    [Fact]
    public void A_table_that_is_wide_once_and_long_for_the_rest_is_refused() =>
        AssertTooLarge($"|{Repeat("a|", 1_000)}\n|{Repeat("-|", 1_000)}\n{Repeat("|a|\n", 100_000)}");

    [Theory]
    [InlineData("- ")]
    [InlineData("> ")]
    [InlineData(">")]
    [InlineData("1. ")]
    [InlineData("* > 7)\t")]
    public void A_line_that_opens_a_thousand_lists_or_quotes_is_refused(string markers)
    {
        var refusal = Assert.Single(Some.Reading("# Rubrik\n\nText.\n\n" + Repeat(markers, 1_000) + "x").Diagnostics);

        Assert.Equal(("nesting", (int?)5), (refusal.Code, refusal.Line));
    }

    [Theory]
    [InlineData("---- ")]
    [InlineData("**a** ")]
    [InlineData("1.5 ")]
    [InlineData("-5 ")]
    public void A_line_that_only_looks_like_markers_is_read(string text) =>
        Assert.NotNull(Some.Reading("# Rubrik\n\n" + Repeat(text, 200)).Text);

    private static void AssertTooLarge(string table)
    {
        AssertSoon("table", table);
        Assert.Equal(
            "table", Assert.Single(Some.Reading("# Rubrik\n\n" + table[..(table.Length - 100)]).Diagnostics).Code);
    }

    [Fact]
    public void A_paragraph_of_too_many_special_characters_is_refused_with_its_line()
    {
        var refusal = Assert.Single(Some.Reading("# Rubrik\n\nText.\n\n" + Repeat("[a](", 5_000)).Diagnostics);

        Assert.Equal(("signs", (int?)5), (refusal.Code, refusal.Line));
        Assert.Contains(
            "fler än 1000 av tecknen",
            refusal.Message.Replace("\u00A0", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_paragraph_of_fewer_special_characters_is_refused_too()
    {
        var refusal = Assert.Single(
            Some.Reading("# Rubrik\n\nText.\n\n" + Repeat("x <? ", 500) + Repeat("x", 400_000)).Diagnostics);

        Assert.Equal(("signs", (int?)5), (refusal.Code, refusal.Line));
        Assert.Contains("fler än 373 av tecknen", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_beyond_the_limit_of_a_paragraph_stay_text_with_a_warning()
    {
        var reading = Some.Reading("# Rubrik\n\n" + Repeat("www.a.se ", 501) + "\n\nwww.b.se\n");

        // 500 there, and one in the next paragraph.
        Assert.Equal(501, reading.Text!.ToHtml().Split("<a href").Length - 1);
        Assert.Contains(
            "fler än 500 webbadresser", Assert.Single(reading.Diagnostics).Message, StringComparison.Ordinal);
    }

    private static void AssertSoon(string what, string markdown)
    {
        foreach (var file in new[] { markdown, "Rubriken\n\n" + markdown })
        {
            Effort.Least(() =>
            {
                var reading = ManuscriptReader.Read(
                    Some.ArticlePath, Encoding.UTF8.GetBytes(file), Some.Now, Some.Sweden);
                var html = reading.Text?.ToHtml(new Uri("https://www.exempel.se/2019/10/x/"));
                Assert.True(html is not null || reading.Diagnostics.Count > 0);
            }).AssertBounded(what);
        }
    }

    private static string Repeat(string text, int times) => Repeated.Text(text, times);
}
