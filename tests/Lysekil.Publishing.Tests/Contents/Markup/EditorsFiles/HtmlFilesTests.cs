namespace Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;

/// <summary>HTML that editors paste: no word is lost, and no script is kept.</summary>
public class HtmlFilesTests
{
    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "The text of an element outside the allow-list stays, and its line is named",
            "# Mötet\n\nText.\n\n<font color=\"red\">Inställt!</font> Nytt datum kommer.\n",
            "<p>Text.</p>\n<p>Inställt! Nytt datum kommer.</p>",
            "html:5"
        },
        {
            "Centred text is centred by class, without a remark",
            "# Mötet\n\n<center>Välkomna ändå.</center>\n",
            "<div class=\"center\">Välkomna ändå.</div>",
            ""
        },
        {
            "Alignment by attribute or style is a class, without a remark",
            "# Mötet\n\n<p align=\"right\">Till höger</p>\n<p style=\"margin: 0; text-align: center\">Mitt</p>\n",
            "<p class=\"right\">Till höger</p>\n<p class=\"center\">Mitt</p>",
            ""
        },
        {
            "A heading of the first level is one below the title",
            "# Mötet\n\n<h1 id=\"p\">Program</h1>\n",
            "<h2 id=\"p\">Program</h2>",
            ""
        },
        {
            "Elements that are gone from HTML have equals",
            "# Mötet\n\n<strike>Struket</strike>, <tt>kod</tt> och <acronym title=\"x\">SGU</acronym>.\n",
            "<p><s>Struket</s>, <code>kod</code> och <abbr title=\"x\">SGU</abbr>.</p>",
            ""
        },
        {
            "The parts of a page are parts of the text",
            "# Mötet\n\n<article><header>Ett</header><main>Två</main><nav>Tre</nav><address>4</address></article>\n",
            "<div><div>Ett</div><div>Två</div><div>Tre</div><div>4</div></div>",
            ""
        },
        {
            "A form is its words, without what is filled in",
            "# Mötet\n\n<form><label>Namn</label> <input value=\"Eva\"> <button>Skicka</button></form>\n",
            "<div>Namn  Skicka</div>",
            "html:3 html:3"
        },
        {
            "The picture of a picture element stays",
            "# Mötet\n\n<picture><source srcset=\"/bilder/x.webp\"><img src=\"/bilder/x.jpg\" alt=\"X\"></picture>\n",
            "<p><img src=\"/bilder/x.jpg\" alt=\"X\"></p>",
            ""
        },
        {
            "The styles of a picture that pandoc writes, and comments, give no remark",
            "# Mötet\n\n<img src=\"/bilder/x.jpg\" style=\"width:6.5in;height:4in\" alt=\"X\" />\n\n<!-- x -->\n",
            "<img src=\"/bilder/x.jpg\" alt=\"X\">",
            ""
        },
        {
            "A style that is seen is named at its line",
            "# Mötet\n\nText.\n\n<span style=\"color:red\">Obs</span>\n",
            "<p>Text.</p>\n<p><span>Obs</span></p>",
            "html:5"
        },
        {
            "Word's own elements are left out without a remark",
            "# Mötet\n\nText <o:p>och mer</o:p>.\n",
            "<p>Text och mer.</p>",
            ""
        },
        {
            "An unknown element may be a word, so it is named",
            "# Mötet\n\nSkriv <namn> här.\n",
            "<p>Skriv  här.</p>",
            "html:3"
        },
        {
            "Scripts, frames and what they contain are removed, each with a remark",
            "# Mötet\n\nEtt.\n\n<script>alert(1)</script>\n\nTvå.\n\n<iframe src=\"https://k.example/\">3</iframe>\n",
            "<p>Ett.</p>\n\n<p>Två.</p>",
            "html:5 html:9"
        },
        {
            "A player without text leaves nothing, and is named",
            "# Mötet\n\nEtt.\n\n<video src=\"film.mp4\" controls></video>\n",
            "<p>Ett.</p>\n<p></p>",
            "html:5"
        },
        {
            "What is drawn by vectors is removed with its text",
            "# Mötet\n\nEtt <svg><text>två</text></svg> tre.\n",
            "<p>Ett  tre.</p>",
            "html:3"
        },
        {
            "A comment without an end hides the rest, which is told",
            "# Mötet\n\nText.\n\n<!-- ring chefen\n\nKajen är klar.\n",
            "<p>Text.</p>",
            "html:5"
        },
        {
            "A comment that begins in an item of a list and ends in the next is told, too",
            "# Mötet\n\nText.\n\n1. <!-- dold\n2. två -->\n3. tre\n",
            "<p>Text.</p>\n<ol>\n<li></li></ol>",
            "html:5"
        },
        {
            "A section of XML is named",
            "# Mötet\n\nText <![CDATA[ dold ]]> och <?php echo 1; ?> slut.\n",
            "<p>Text  och  slut.</p>",
            "html:3 html:3"
        },
        {
            "A tag without its closing quotation mark takes no text away",
            "# Mötet\n\n<p class=\"x>Kajen är klar.</p>\n\nMer \"text\" här.\n",
            "&lt;p class=\"x&gt;Kajen är klar.<p></p>\n<p>Mer ”text” här.</p>",
            "marks:3"
        },
        {
            "A tag whose value ends at a later quotation takes no text away",
            "# Mötet\n\n<div title=\"x>Kajen är \"klar\" nu.</div>\n",
            "&lt;div title=\"x&gt;Kajen är \"klar\" nu.",
            "marks:3"
        },
        {
            "A tag without an end takes no text away",
            "# Mötet\n\nText.\n\n<div klar\n\nMer.\n",
            "<p>Text.</p>\n&lt;div klar\n<p>Mer.</p>",
            "marks:5"
        },
        {
            "A value may hold the end of a tag",
            "# Mötet\n\n<p title=\"a > b\">Kajen</p>\n\nOm <b title=\"c > d\">den</b>.\n",
            "<p title=\"a &gt; b\">Kajen</p>\n<p>Om <b title=\"c &gt; d\">den</b>.</p>",
            ""
        },
        {
            "A handler of events is removed, and named",
            "# Mötet\n\n<b onclick=\"x()\">Ett</b>\n",
            "<p><b>Ett</b></p>",
            "html:3"
        },
        {
            "An element that is not shown ends with its block, although its end tag is missing",
            "# Mötet\n\nEtt.\n\n<iframe src=\"https://x.se/\" />\n\nResten.\n",
            "<p>Ett.</p>\n\n<p>Resten.</p>",
            "html:5"
        },
        {
            "An element that is not shown ends with its tag within a line",
            "# Mötet\n\nEtt <object data=\"/x.pdf\"> två.\n\nTre.\n",
            "<p>Ett  två.</p>\n<p>Tre.</p>",
            "html:3"
        },
        {
            "An element that is not shown keeps its end tag within a line",
            "# Mötet\n\nEtt <select><option>dolt</option></select> två.\n",
            "<p>Ett  två.</p>",
            "html:3"
        },
        {
            "The older name of a place is its id",
            "# Mötet\n\n[Avgifter](#avgifter)\n\n<a name=\"avgifter\"></a>Text.\n",
            "<p><a href=\"#avgifter\">Avgifter</a></p>\n<p><a id=\"avgifter\"></a>Text.</p>",
            ""
        },
        {
            "A picture in HTML whose address is of no use is told as a picture",
            "# Mötet\n\n<img src=\"ftp://x.se/a.jpg\" alt=\"Kajen\">\n",
            "",
            "link:3"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void No_word_in_HTML_is_lost(string what, string file, string html, string told)
    {
        Assert.NotEmpty(what);
        EditorsFile.AssertPublished(EditorsFile.Article, file, "Mötet", html, told);
    }

    [Fact]
    public void A_remark_tells_the_element_and_how_a_film_is_shown()
    {
        var warning = Assert.Single(
            Some.Reading("# Mötet\n\n<iframe src=\"https://youtu.be/x\"></iframe>\n").Diagnostics);

        Assert.Contains("<iframe>", warning.Message, StringComparison.Ordinal);
        Assert.Contains("en film som dess adress på en egen rad", warning.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_elements_each_kind_gives_one_remark() => Assert.Single(
        Some.Reading("# Mötet\n\n" + string.Concat(Enumerable.Repeat("<font>ord</font>\n", 50))).Diagnostics);
}
