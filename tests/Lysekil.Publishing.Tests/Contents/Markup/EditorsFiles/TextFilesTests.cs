namespace Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;

/// <summary>Addresses, pictures, notes and emphasis as editors write them.</summary>
public class TextFilesTests
{
    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "A bare e-mail address is a link",
            "# Kajen\n\nMejla karin_ek@kommunen.example, eller ring.\n",
            "<p>Mejla <a href=\"mailto:karin_ek@kommunen.example\">karin_ek@kommunen.example</a>, eller ring.</p>",
            ""
        },
        {
            "An address in code or in a link is none of its own",
            "# Kajen\n\n`a@b.se` och [c@d.se](https://d.se/) och <a href=\"/om/\">e@f.se</a> och @namn\n",
            "<p><code>a@b.se</code> och <a href=\"https://d.se/\">c@d.se</a> och <a href=\"/om/\">e@f.se</a> och @namn"
                + "</p>",
            ""
        },
        {
            "An address in capital letters is a link",
            "# Kajen\n\nSe HTTPS://www.kommunen.example/Moten och Www.kommunen.example.\n",
            "<p>Se <a href=\"https://www.kommunen.example/Moten\">HTTPS://www.kommunen.example/Moten</a> och "
                + "<a href=\"https://www.kommunen.example\">Www.kommunen.example</a>.</p>",
            ""
        },
        {
            "All dots after an address are outside the link",
            "# Kajen\n\nSe https://www.kommunen.example/moten...\n",
            "<p>Se <a href=\"https://www.kommunen.example/moten\">https://www.kommunen.example/moten</a>…</p>",
            ""
        },
        {
            "Several pictures on a line are a gallery, each with its caption",
            "# Kajen\n\n![Ett](/bilder/1.jpg \"Foto: Eva\") ![Två](/bilder/2.jpg)\n",
            "<div class=\"gallery\">\n<figure><img src=\"/bilder/1.jpg\" alt=\"Ett\" />"
                + "<figcaption>Foto: Eva</figcaption></figure>\n"
                + "<figure><img src=\"/bilder/2.jpg\" alt=\"Två\" /></figure>\n</div>",
            ""
        },
        {
            "A picture that is a link has its caption",
            "# Kajen\n\n[![Ett](/bilder/1.jpg \"Kajen i maj\")](https://k.example/)\n",
            "<figure><a href=\"https://k.example/\"><img src=\"/bilder/1.jpg\" alt=\"Ett\" /></a>"
                + "<figcaption>Kajen i maj</figcaption></figure>",
            ""
        },
        {
            "A picture's address with spaces works as typed",
            "# Kajen\n\n![Kajen](/bilder/den nya kajen (1).jpg \"I maj\")\n",
            "<figure><img src=\"/bilder/den%20nya%20kajen%20%281%29.jpg\" alt=\"Kajen\" />"
                + "<figcaption>I maj</figcaption></figure>",
            ""
        },
        {
            "A picture's size behind its address is left out",
            "# Kajen\n\n![Kajen](/bilder/kajen.jpg =300x200) och [a](b =c) och ![x](den nya.jpg =10x).\n",
            "<p><img src=\"/bilder/kajen.jpg\" alt=\"Kajen\" /> och [a](b =c) och "
                + "<img src=\"/artiklar/den%20nya.jpg\" alt=\"x\" />.</p>",
            ""
        },
        {
            "A file's address with spaces works, but not in code",
            "# Kajen\n\n`[x](a b.pdf)` och [Protokollet](/bilder/a b.pdf)\n",
            "<p><code>[x](a b.pdf)</code> och <a href=\"/bilder/a%20b.pdf\">Protokollet</a></p>",
            ""
        },
        {
            "A link whose text ends in a line break keeps its space",
            "# Kajen\n\nSe [kommunens sida\n](https://k.example/)i dag.\n",
            "<p>Se <a href=\"https://k.example/\">kommunens sida\n</a>i dag.</p>",
            ""
        },
        {
            "A footnote that is not used leaves nothing on the page, and is named",
            "# Kajen\n\nText.\n\n[^1]: Noten.\n",
            "<p>Text.</p>",
            "footnote:5"
        },
        {
            "A reference whose address is missing is named",
            "# Kajen\n\n[Kajen][a], [A][], `[b][c]`.\n\n![Fyren][bild1]\n\n[A]: /om/\n",
            "<p><a href=\"/om/\">Kajen</a>, <a href=\"/om/\">A</a>, <code>[b][c]</code>.</p>\n"
                + "<p>![Fyren][bild1]</p>",
            "marks:5"
        },
        {
            "A reference to a footnote that is not there is named",
            "# Kajen\n\nFörsta [^1] och andra[^två].\n\n[^1]: Not. `[^3]`\n",
            "<p>Första <a id=\"fnref:1\" href=\"#fn:1\" class=\"footnote-ref\"><sup>1</sup></a> "
                + "och andra[^två].</p>\n<div class=\"footnotes\">\n<hr />\n<ol>\n<li id=\"fn:1\">\n"
                + "<p>Not. <code>[^3]</code>"
                + "<a href=\"#fnref:1\" class=\"footnote-back-ref\">&#8617;</a></p>\n</li>\n</ol>\n</div>",
            "footnote:3"
        },
        {
            "A heading without a space after its signs is a heading, and a word of social media is none",
            "# Kajen\n\n##Bakgrund\nKajen är gammal.\n\n#kajen\n",
            "<h2 id=\"bakgrund\">Bakgrund</h2>\n<p>Kajen är gammal.</p>\n<p>#kajen</p>",
            ""
        },
        {
            "A heading has the identifier behind it",
            "# **Kajen** {#kajen}\n\n## **Frågor** {#fragor .unnumbered}\n\n[Ner](#fragor)\n",
            "<h2 id=\"fragor\"><strong>Frågor</strong></h2>\n<p><a href=\"#fragor\">Ner</a></p>",
            ""
        },
        {
            "A link within the text leads to its heading, whatever its case",
            "# Kajen\n\n[Ett](#Kostnader), [två](#Frågor & svar) och [tre](#namn).\n\n## Kostnader\n\n"
                + "## Frågor & svar\n\n<a id=\"namn\"></a>Slut.\n",
            "<p><a href=\"#kostnader\">Ett</a>, [två](#Frågor &amp; svar) och <a href=\"#namn\">tre</a>.</p>\n"
                + "<h2 id=\"kostnader\">Kostnader</h2>\n<h2 id=\"frågor--svar\">Frågor &amp; svar</h2>\n"
                + "<p><a id=\"namn\"></a>Slut.</p>",
            ""
        },
        {
            "A link within the text that leads nowhere is named",
            "# Kajen\n\nText\noch [mer](#finns-inte).\n",
            "<p>Text\noch <a href=\"#finns-inte\">mer</a>.</p>",
            "anchor:4"
        },
        {
            "A callout is a note with its title",
            "# Kajen\n\n> [!note] Obs\n> Mötet är *flyttat*.\n",
            "<aside class=\"note\">\n<p><strong>Obs</strong><br />\nMötet är <em>flyttat</em>.</p>\n</aside>",
            ""
        },
        {
            "An alert is a note with a Swedish title",
            "# Kajen\n\n> [!WARNING]\n> Halt på kajen.\n",
            "<aside class=\"note\">\n<p><strong>Varning</strong><br />\nHalt på kajen.</p>\n</aside>",
            ""
        },
        {
            "A quotation that is marked as one stays a quotation",
            "# Kajen\n\n> [!quote]\n> Nej, sade hon.\n",
            "<blockquote>\n<p>Nej, sade hon.</p>\n</blockquote>",
            ""
        },
        {
            "Bold words without a space after them are bold",
            "# Kajen\n\n**Obs!**Texten är ny.\n\n**Svar: **Ja, **ett** och **två**, `**x!**y`.\n",
            "<p><strong>Obs!</strong> Texten är ny.</p>\n<p><strong>Svar:</strong> Ja, <strong>ett</strong> och "
                + "<strong>två</strong>, <code>**x!**y</code>.</p>",
            ""
        },
        {
            "Bold words that end at a space which no line breaks at are bold",
            "# Kajen\n\n**Svar:\u00A0**Ja.\n",
            "<p><strong>Svar:</strong>\u00A0Ja.</p>",
            ""
        },
        {
            "A word goes on after a bold quotation",
            "# Kajen\n\n**”Kajen”**s invigning.\n",
            "<p><strong>”Kajen”</strong>s invigning.</p>",
            ""
        },
        {
            "The title of a note is Markdown, too",
            "# Kajen\n\n> [!tip] Läs [mer](/om/) *nu*\n> Text.\n",
            "<aside class=\"note\">\n<p><strong>Läs <a href=\"/om/\">mer</a> <em>nu</em></strong><br />\nText.</p>\n"
                + "</aside>",
            ""
        },
        {
            "A note of success is titled so",
            "# Kajen\n\n> [!success]\n> Text.\n",
            "<aside class=\"note\">\n<p><strong>Klart</strong><br />\nText.</p>\n</aside>",
            ""
        },
        {
            "Equal headings have names of their own",
            "# Kajen\n\n## Dag\n\n## Dag\n\n## Dag 1\n",
            "<h2 id=\"dag\">Dag</h2>\n<h2 id=\"dag-1\">Dag</h2>\n<h2 id=\"dag-1-1\">Dag 1</h2>",
            ""
        },
        {
            "An address with a capital letter is a link, with the line where it stands",
            "# Kajen\n\nSe Www.lysekil.example/a. Och (HTTPS://x.example/Å).\n",
            "<p>Se <a href=\"https://www.lysekil.example/a\">Www.lysekil.example/a</a>. Och "
                + "(<a href=\"https://x.example/%C3%85\">HTTPS://x.example/Å</a>).</p>",
            ""
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Text_is_shown_as_it_is_meant(string what, string file, string html, string told)
    {
        Assert.NotEmpty(what);
        EditorsFile.AssertPublished(EditorsFile.Article, file, "Kajen", html, told);
    }
}
