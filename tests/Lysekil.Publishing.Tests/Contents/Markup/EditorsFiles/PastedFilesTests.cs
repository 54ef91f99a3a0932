namespace Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;

/// <summary>Plain text pasted from Word.</summary>
public class PastedFilesTests
{
    private const string Long =
        "Arbetet börjar i maj och pågår hela sommaren, säger projektledaren som lovar att båtarna kan ligga kvar "
            + "tills det är klart.";

    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "A short line of its own is a subheading",
            $"Kajen byggs om\n\n{Long}\nDet blir trångt.\n\nTrafiken\n\nBilarna leds om.\n",
            $"<p>{Long}</p>\n<p>Det blir trångt.</p>\n<h2 id=\"trafiken\">Trafiken</h2>\n<p>Bilarna leds om.</p>",
            ""
        },
        {
            "A link elsewhere changes nothing else",
            $"Kajen byggs om\n\n{Long}\nLäs mer på [sidan](https://k.example/).\n\nTrafiken\n\nBilarna leds om.\n",
            $"<p>{Long}</p>\n<p>Läs mer på <a href=\"https://k.example/\">sidan</a>.</p>\n"
                + "<h2 id=\"trafiken\">Trafiken</h2>\n<p>Bilarna leds om.</p>",
            ""
        },
        {
            "A bold word elsewhere changes nothing else",
            $"Kajen byggs om\n\n{Long}\nDet blir **trångt**.\n\nTrafiken\n\nBilarna leds om.\n",
            $"<p>{Long}</p>\n<p>Det blir <strong>trångt</strong>.</p>\n"
                + "<h2 id=\"trafiken\">Trafiken</h2>\n<p>Bilarna leds om.</p>",
            ""
        },
        {
            "A line that says what follows its colon is no subheading",
            "Kajen byggs om\n\nText.\n\nFoto: Eva Ek\n\nTel: 0523-000 00\n\nPublicerad: 3 maj 2026\n\nSlut.\n",
            "<p>Text.</p>\n<p>Foto: Eva Ek</p>\n<p>Tel: 0523-000 00</p>\n<p>Publicerad: 3 maj 2026</p>\n<p>Slut.</p>",
            ""
        },
        {
            "Pictures on lines of their own stay a gallery in unwrapped text",
            $"Kajen byggs om\n\n{Long}\n![Ett](/bilder/1.jpg)\n![Två](/bilder/2.jpg)\n",
            $"<p>{Long}</p>\n<div class=\"gallery\">\n<figure><img src=\"/bilder/1.jpg\" alt=\"Ett\" /></figure>\n"
                + "<figure><img src=\"/bilder/2.jpg\" alt=\"Två\" /></figure>\n</div>",
            ""
        },
        {
            "Code between fences stays as it is",
            "Kajen byggs om\n\n~~~\n• a\n```\nx\ty\nx\ty\n~~~\n\n• b\n",
            "<pre><code>• a\n```\nx\ty\nx\ty\n</code></pre>\n<ul>\n<li>b</li>\n</ul>",
            ""
        },
        {
            "A hard line break is no end of a paragraph",
            $"Kajen byggs om\n\n{Long}\n\nKontakt:\\\nEva Ek\\\nTel. 1\n",
            $"<p>{Long}</p>\n<p>Kontakt:<br />\nEva Ek<br />\nTel. 1</p>",
            ""
        },
        {
            "Lines with tabs and hard line breaks are no table",
            "Kajen byggs om\n\nMåndag\t10–16\\\nTisdag\t10–16\n",
            "<p>Måndag\t10–16<br />\nTisdag\t10–16</p>",
            ""
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Pasted_text_is_shown_as_it_is_meant(string what, string file, string html, string told)
    {
        Assert.NotEmpty(what);
        EditorsFile.AssertPublished(EditorsFile.Article, file, "Kajen byggs om", html, told);
    }
}
