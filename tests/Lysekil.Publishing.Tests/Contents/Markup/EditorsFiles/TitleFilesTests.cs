using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;

/// <summary>Where the title of a text comes from, and that nothing is lost where the first line is none.</summary>
public class TitleFilesTests
{
    private static readonly string LongLine = string.Concat(Enumerable.Repeat("många ord ", 30)).Trim();

    public static TheoryData<string, string, string, string, string> Files => new()
    {
        {
            "A comment in code is no heading",
            "Så hämtar du data\n\nKör detta:\n\n```sh\n# hämta filen\ncurl x\n```\n",
            "Så hämtar du data",
            "<p>Kör detta:</p>\n<pre><code class=\"language-sh\"># hämta filen\ncurl x\n</code></pre>",
            ""
        },
        {
            "Preformatted text has no heading",
            "Rubriken\n\n<pre>\n# inte rubrik\n</pre>\n",
            "Rubriken",
            "<pre># inte rubrik\n</pre>",
            ""
        },
        {
            "A comment is neither title nor seen",
            "<!--\n# Hemlig arbetsrubrik\n-->\n\n# Rubriken\n\nText.\n",
            "Rubriken",
            "\n<p>Text.</p>",
            ""
        },
        {
            "A comment of Obsidian is neither title nor seen",
            "%%intern%%\n\nRubriken\n\nText.\n",
            "Rubriken",
            "<p>Text.</p>",
            ""
        },
        {
            "A picture stays in the text, and the next line is the title",
            "![Fyren](/bilder/fyren.jpg)\n\nFyren lyser igen\n\nText.\n",
            "Fyren lyser igen",
            "<figure><img src=\"/bilder/fyren.jpg\" alt=\"Fyren\" /></figure>\n\n<p>Text.</p>",
            "title:3"
        },
        {
            "A picture in HTML stays in the text",
            "<img src=\"/bilder/fyren.jpg\" alt=\"Fyren\">\n\nFyren lyser igen\n\nText.\n",
            "Fyren lyser igen",
            "<img src=\"/bilder/fyren.jpg\" alt=\"Fyren\">\n<p>Text.</p>",
            "title:3"
        },
        {
            "A table stays in the text, and the name is the title",
            "| Plats | Avgift |\n|---|---|\n| Kajen | 25 kr |\n\nAvgifterna gäller från maj.\n",
            "Kajen",
            "<table tabindex=\"0\">\n<thead>\n<tr>\n<th>Plats</th>\n<th>Avgift</th>\n</tr>\n</thead>\n"
                + "<tbody>\n<tr>\n<td>Kajen</td>\n<td>25 kr</td>\n</tr>\n</tbody>\n</table>\n"
                + "<p>Avgifterna gäller från maj.</p>",
            "title:1"
        },
        {
            "A list stays in the text, and the name is the title",
            "- Öppnande\n- Budget\n\nMötet tog en timme.\n",
            "Kajen",
            "<ul>\n<li>Öppnande</li>\n<li>Budget</li>\n</ul>\n<p>Mötet tog en timme.</p>",
            "title:1"
        },
        {
            "A numbered list stays in the text",
            "1. Öppnande\n2. Budget\n\nMötet tog en timme.\n",
            "Kajen",
            "<ol>\n<li>Öppnande</li>\n<li>Budget</li>\n</ol>\n<p>Mötet tog en timme.</p>",
            "title:1"
        },
        {
            "A quotation stays in the text, and the next line is the title",
            "> Vi säger nej, sade ordföranden.\n\nNämnden sade ja\n\nText.\n",
            "Nämnden sade ja",
            "<blockquote>\n<p>Vi säger nej, sade ordföranden.</p>\n</blockquote>\n<p>Text.</p>",
            "title:3"
        },
        {
            "A film stays in the text, and the name is the title",
            "https://youtu.be/abc123\n\nSe mötet i efterhand.\n",
            "Kajen",
            "<figure class=\"film\"><a href=\"https://youtu.be/abc123\" lang=\"sv\">Se filmen på YouTube</a>"
                + "</figure>\n\n"
                + "<p>Se mötet i efterhand.</p>",
            "title:1"
        },
        {
            "Code stays in the text, and the name is the title",
            "```\nkod\n```\n\nText efter.\n",
            "Kajen",
            "<pre><code>kod\n</code></pre>\n<p>Text efter.</p>",
            "title:1"
        },
        {
            "A line longer than a title stays in the text, and the next that can be one is",
            LongLine + "\n\nTrafiken leds om\n\nText.\n",
            "Trafiken leds om",
            $"<p>{LongLine}</p>\n<p>Text.</p>",
            "title:3"
        },
        {
            "A line that says who took a picture is no title",
            "![Fyren](/bilder/fyren.jpg)\n\nFoto: Eva Ek\n\nFyren lyser igen\n\nText.\n",
            "Fyren lyser igen",
            "<figure><img src=\"/bilder/fyren.jpg\" alt=\"Fyren\" /></figure>\n\n<p>Foto: Eva Ek</p>\n<p>Text.</p>",
            "title:5"
        },
        {
            "A heading in HTML is a title",
            "<h1>Rubriken</h1>\n\nText.\n",
            "Rubriken",
            "<p>Text.</p>",
            ""
        },
        {
            "Bold words alone are a title",
            "**Kajen klar**\n\nText.\n",
            "Kajen klar",
            "<p>Text.</p>",
            ""
        },
        {
            "A year is a title, and no list",
            "12. April\n\nVåren kom sent.\n",
            "12. April",
            "<p>Våren kom sent.</p>",
            ""
        },
        {
            "Of a link in the title the words are shown, which is told",
            "# [Fyren](https://fyren.example/) lyser igen\n\nText.\n",
            "Fyren lyser igen",
            "<p>Text.</p>",
            "title:1"
        },
        {
            "A date alone is no title, and stays in the text where the name has a date",
            "2026-02-27\n\nFyren lyser igen\n\nText.\n",
            "Fyren lyser igen",
            "<p>2026-02-27</p>\n<p>Text.</p>",
            "title:3"
        },
        {
            "A heading after a picture is the title",
            "![Fyren](/bilder/fyren.jpg)\n\n# Fyren lyser igen\n\nText.\n",
            "Fyren lyser igen",
            "<figure><img src=\"/bilder/fyren.jpg\" alt=\"Fyren\" /></figure>\n\n<p>Text.</p>",
            ""
        },
        {
            "A file that is one fence of Markdown is read as what is inside",
            "```markdown\n---\nlead: Kort.\n---\n# Rubriken\n\nText med `kod`.\n```\n",
            "Rubriken",
            "<p>Text med <code>kod</code>.</p>",
            "fence:1"
        },
        {
            "An underlined heading may begin with a digit",
            "2026 blir ett bra år\n====\n\nText här.\n",
            "2026 blir ett bra år",
            "<p>Text här.</p>",
            ""
        },
        {
            "An underlined heading of two lines after a picture is the title, and nothing after it is lost",
            "![Fyren](/bilder/fyren.jpg)\n\nRad ett\nrad två\n====\nText.\n",
            "Rad ett rad två",
            "<figure><img src=\"/bilder/fyren.jpg\" alt=\"Fyren\" /></figure>\n\n<p>Text.</p>",
            "title:3"
        },
        {
            "Several headings of the first level are sections",
            "Kajen byggs om\n\nIngress.\n\n# Bakgrund\n\nA.\n\n# Kostnad\n\nB.\n",
            "Kajen byggs om",
            "<p>Ingress.</p>\n<h2 id=\"bakgrund\">Bakgrund</h2>\n<p>A.</p>\n<h2 id=\"kostnad\">Kostnad</h2>\n<p>B.</p>",
            ""
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_title_is_a_line_that_can_be_one(string what, string file, string title, string html, string told)
    {
        Assert.NotEmpty(what);
        EditorsFile.AssertPublished(EditorsFile.Article, file, title, html, told);
    }

    [Theory]
    [InlineData("artiklar/2026-03-24-nya-kajen.md", "Nya kajen")]
    [InlineData("artiklar/2026-03-24_båten & kajen.md", "Båten & kajen")]
    [InlineData("sidor/om oss.md", "Om oss")]
    [InlineData("artiklar/hostmote/index.md", "Hostmote")]
    public void A_title_from_the_name_is_its_words(string path, string title) =>
        Assert.Equal(title, Some.Reading("- Öppnande\n- Budget\n", path).Manuscript!.Title);

    [Fact]
    public void Settings_within_a_fence_of_Markdown_are_read()
    {
        var reading = Some.Reading("```markdown\n---\ntitle: Kajen\ndraft: true\n---\n\nText.\n```\n");

        Assert.True(reading.Manuscript!.IsDraft);
        Assert.Equal("Kajen", reading.Manuscript.Title);
    }

    [Theory]
    [InlineData(
        "```markdown\nText.\n```\n\nMer.\n",
        "<pre><code class=\"language-markdown\">Text.\n</code></pre>\n<p>Mer.</p>\n")]
    [InlineData("```\nText.\n```\n", "<pre><code>Text.\n</code></pre>\n")]
    public void Any_other_fence_is_code(string file, string html) =>
        Assert.Equal(html, Some.Reading(file).Text!.ToHtml());

    [Fact]
    public void A_name_without_words_is_no_title() => Assert.Equal(
        DiagnosticCatalog.TitleMissing(),
        Assert.Single(Some.Reading("- Öppnande\n", "artiklar/2026-03-24.md").Diagnostics));

    [Theory]
    [InlineData("***\n\nText efter streck.\n")]
    [InlineData("<!-- bara en kommentar -->\n")]
    public void A_text_that_begins_with_a_line_or_has_no_words_needs_a_title(string file) =>
        Assert.Equal(DiagnosticCatalog.TitleMissing(), Assert.Single(Some.Reading(file).Diagnostics));
}
