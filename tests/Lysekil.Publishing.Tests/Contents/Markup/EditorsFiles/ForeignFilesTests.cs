namespace Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;

/// <summary>
/// What other programs write into Markdown is mended where its meaning is certain; else the editor is told once.
/// </summary>
public class ForeignFilesTests
{
    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "A link of Obsidian to an article leads to it",
            "# Kajen\n\nSe [[2026-03-02-tomma-rutor|förra *artikeln*]] och [[2026-03-02-tomma-rutor#Två ord]].\n",
            "<p>Se <a href=\"/2026/03/tomma-rutor/\">förra <em>artikeln</em></a> och "
                + "<a href=\"/2026/03/tomma-rutor/#tv%C3%A5-ord\">2026-03-02-tomma-rutor#Två ord</a>.</p>",
            ""
        },
        {
            "A link of Obsidian whose target is not known by its form is its words, with a remark",
            "# Kajen\n\nSe [[Förra mötet|mötet]].\n",
            "<p>Se mötet.</p>",
            "link:3"
        },
        {
            "A picture of Obsidian is a picture",
            "# Kajen\n\n![[den nya hamnen.jpg|Hamnen|300]]\n",
            "<figure><img src=\"/artiklar/den%20nya%20hamnen.jpg\" alt=\"Hamnen\" /></figure>",
            ""
        },
        {
            "A link of Obsidian in a table",
            "# Kajen\n\n| a |\n|---|\n| [[2026-03-02-x\\|där]] |\n",
            "<table tabindex=\"0\">\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
                + "<td><a href=\"/2026/03/x/\">där</a></td>\n</tr>\n</tbody>\n</table>",
            ""
        },
        {
            "A comment of Obsidian is never shown",
            "# Kajen\n\nText %%intern%% mer.\n\n%%\nRing chefen.\n\nI dag.\n%%\n\nSlut [x](javascript:y).\n",
            "<p>Text  mer.</p>\n<p>Slut x.</p>",
            "link:11"
        },
        {
            "Percent signs are no comment, and code is left alone",
            "# Kajen\n\nVi ökar 10 %% och 20 %% i år, `%%x%%`.\n",
            "<p>Vi ökar 10 %% och 20 %% i år, <code>%%x%%</code>.</p>",
            "marks:3"
        },
        {
            "Numbers in brackets are no link",
            "# Kajen\n\nEnligt [[1]](https://k.example/) och [[2]].\n",
            "<p>Enligt <a href=\"https://k.example/\">[1]</a> och [[2]].</p>",
            ""
        },
        {
            "References of chat assistants are left out",
            "# Kajen\n\nKajen är klar 【4†source】. Den kostade mest :contentReference[oaicite:0]{index=0}.\n",
            "<p>Kajen är klar. Den kostade mest.</p>",
            ""
        },
        {
            "An address does not tell that an assistant gave it",
            "# Kajen\n\n[Ett](https://k.example/?utm_source=chatgpt.com) "
                + "[två](https://k.example/?utm_source=chatgpt.com&b=1) "
                + "[tre](https://k.example/?a=1&utm_source=chatgpt.com)\n",
            "<p><a href=\"https://k.example/\">Ett</a> <a href=\"https://k.example/?b=1\">två</a> "
                + "<a href=\"https://k.example/?a=1\">tre</a></p>",
            ""
        },
        {
            "A caption of WordPress is a caption",
            "# Kajen\n\n[caption id=\"a\" width=\"300\"]![Kajen](/bilder/kajen.jpg) Kajen i \"maj\"[/caption]\n",
            "<figure><img src=\"/bilder/kajen.jpg\" alt=\"Kajen\" />"
                + "<figcaption>Kajen i ”maj”</figcaption></figure>",
            ""
        },
        {
            "A caption of WordPress around HTML is a caption",
            "# Kajen\n\n[caption]<img src=\"/bilder/kajen.jpg\" alt=\"Kajen\" /> Kajen i maj[/caption]\n",
            "<figure><img src=\"/bilder/kajen.jpg\" alt=\"Kajen\"><figcaption>Kajen i maj</figcaption></figure>",
            ""
        },
        {
            "A film in a shortcode is a film",
            "# Kajen\n\n{{< youtube abc123 >}}\n\n[embed]https://vimeo.com/1084537[/embed]\n",
            "<figure class=\"film\"><a href=\"https://youtu.be/abc123\" lang=\"sv\">Se filmen på YouTube</a>"
                + "</figure>\n"
                + "<figure class=\"film\"><a href=\"https://vimeo.com/1084537\" lang=\"sv\">Se filmen på Vimeo</a>"
                + "</figure>",
            ""
        },
        {
            "A figure in a shortcode is a figure",
            "# Kajen\n\n{{< figure src=\"/bilder/kajen.jpg\" alt=\"Kajen\" caption=\"I maj\" >}}\n",
            "<figure><img src=\"/bilder/kajen.jpg\" alt=\"Kajen\" /><figcaption>I maj</figcaption></figure>",
            ""
        },
        {
            "What only another program understands is shown, with one remark at the first line",
            "# Kajen\n\nText.\n\n[gallery ids=\"1,2\"]\n\n{% include karta.html %}\n\n{{ site.namn }}\n",
            "<p>Text.</p>\n<p>[gallery ids=”1,2”]</p>\n<p>{% include karta.html %}</p>\n<p>{{ site.namn }}</p>",
            "marks:5"
        },
        {
            "A film in a shortcode of WordPress is a film",
            "# Kajen\n\n[youtube https://youtu.be/dQw4w9WgXcQ]\n\n[vimeo]https://vimeo.com/123[/vimeo]\n",
            "<figure class=\"film\"><a href=\"https://youtu.be/dQw4w9WgXcQ\" lang=\"sv\">Se filmen på YouTube</a>"
                + "</figure>\n<figure class=\"film\"><a href=\"https://vimeo.com/123\" lang=\"sv\">"
                + "Se filmen på Vimeo</a></figure>",
            ""
        },
        {
            "Any shortcode with a value is named",
            "# Kajen\n\nText.\n\n[contact-form-7 id=\"1\" title=\"Kontakt\"]\n",
            "<p>Text.</p>\n<p>[contact-form-7 id=”1” title=”Kontakt”]</p>",
            "marks:5"
        },
        {
            "Any shortcode around words is named",
            "# Kajen\n\nText.\n\n[knapp]Anmäl dig[/knapp]\n",
            "<p>Text.</p>\n<p>[knapp]Anmäl dig[/knapp]</p>",
            "marks:5"
        },
        {
            "A footnote within a line, as pandoc and Obsidian have it, is named",
            "# Kajen\n\nKajen är klar^[Enligt *kommunen*.] nu.\n",
            "<p>Kajen är klar^[Enligt <em>kommunen</em>.] nu.</p>",
            "marks:3"
        },
        {
            "Attributes of kramdown and a place for contents are named",
            "# Kajen\n\nText.\n{: .stor}\n\n[TOC]\n",
            "<p>Text.\n{: .stor}</p>\n<p>[TOC]</p>",
            "marks:4"
        },
        {
            "An abbreviation of PHP Markdown is named",
            "# Kajen\n\nKF beslutar.\n\n*[KF]: Kommunfullmäktige\n",
            "<p>KF beslutar.</p>\n<p>*[KF]: Kommunfullmäktige</p>",
            "marks:5"
        },
        {
            "Links in brackets and quotations give no remark",
            "# Kajen\n\n*[Kajen](/om/ \"Om\")* [a](/om/)[/b](/om/) [säger \"x\"] 2^[a](/om/) <b title=\"x\">[y]</b>\n",
            "<p><em><a href=\"/om/\" title=\"Om\">Kajen</a></em> <a href=\"/om/\">a</a><a href=\"/om/\">/b</a> "
                + "[säger ”x”] 2^<a href=\"/om/\">a</a> <b title=\"x\">[y]</b></p>",
            ""
        },
        {
            "Templates in code give no remark",
            "# Kajen\n\n`{{ x }}`\n\n```\n{% y %} [[z]]\n```\n",
            "<p><code>{{ x }}</code></p>\n<pre><code>{% y %} [[z]]\n</code></pre>",
            ""
        },
        {
            "Attributes of pandoc are left out",
            "# Kajen\n\n[]{#_Toc123 .anchor}Ingressen med [ett ord]{.underline} och [två]{lang=\"en\"}.\n\n"
                + "![Kajen](/bilder/1.jpg){width=\"6.5in\" height=\"4.2in\"}\n",
            "<p>Ingressen med <u>ett ord</u> och två.</p>\n"
                + "<figure><img src=\"/bilder/1.jpg\" alt=\"Kajen\"></figure>",
            ""
        },
        {
            "The fences of pandoc around a part of a text are left out",
            "# Kajen\n\n::: {.note}\nText.\n:::\n",
            "<p>Text.</p>",
            ""
        },
        {
            "The tags of a page builder are named, also where nothing else is",
            "# Kajen\n\n[vc_row]\nHej\n[/vc_row]\n",
            "<p>[vc_row]\nHej\n[/vc_row]</p>",
            "marks:3"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Marks_of_other_programs_are_mended_or_named(string what, string file, string html, string told)
    {
        Assert.NotEmpty(what);
        EditorsFile.AssertPublished(EditorsFile.Article, file, "Kajen", html, told);
    }
}
