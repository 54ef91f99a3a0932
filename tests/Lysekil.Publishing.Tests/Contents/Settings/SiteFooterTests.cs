using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class SiteFooterTests
{
    /// <summary>The file, and the footer as HTML.</summary>
    public static TheoryData<string, string> Usable => new()
    {
        { "footer: Ansvarig utgivare är *Eva Ström*.", "<p>Ansvarig utgivare är <em>Eva Ström</em>.</p>" },
        { "footer: |\n  Skriv till [oss](sidor/kontakt.md).\n\n  - Ett\n  - Två\n",
            "<p>Skriv till <a href=\"/kontakt/\">oss</a>.</p>\n<ul>\n<li>Ett</li>\n<li>Två</li>\n</ul>" },
        { "footer: 'a < b & \"c\"'", "<p>a &lt; b &amp; ”c”</p>" },
        { "footer:", "" },
        { "title: x", "" },
    };

    /// <summary>The footer, the code, the line and a part of what is told; it is not used.</summary>
    public static TheoryData<string, int, string> Unusable => new()
    {
        { "title: x\nfooter: '## Kontakt'", 2, "mellanrubriker, fotnoter och id" },
        { "footer: |\n  Text.[^1]\n\n  [^1]: Not.\n", 1, "mellanrubriker, fotnoter och id" },
        { "footer: <p id=\"innehall\">x</p>", 1, "mellanrubriker, fotnoter och id" },
        { "title: x\nfooter: " + new string('å', 1_501), 2, "1\u00A0501 tecken lång, och gränsen är 1\u00A0500" },
    };

    [Theory]
    [MemberData(nameof(Usable))]
    public void The_footer_is_Markdown_by_the_rules_of_texts(string yaml, string html)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes(yaml));

        Assert.Empty(diagnostics);
        Assert.Equal(html, settings!.Footer);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_footer_that_cannot_be_used_is_left_out_and_told_of(string yaml, int line, string told)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes(yaml));

        Assert.Equal("", settings!.Footer);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((Severity.Warning, "footer", line), (diagnostic.Severity, diagnostic.Code, diagnostic.Line));
        Assert.Contains(told, diagnostic.Message, StringComparison.Ordinal);
        Assert.NotEmpty(diagnostic.Remedy);
    }

    [Fact]
    public void What_is_removed_from_a_footer_is_told_of_at_its_line()
    {
        var (settings, diagnostics) = SiteSettings.Read(
            "footer: |\n  Ett.\n\n  [Klicka](javascript:alert(1)) <script>x</script>\n"u8);

        Assert.DoesNotContain("script", settings!.Footer, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Klicka", settings.Footer, StringComparison.Ordinal);
        Assert.NotEmpty(diagnostics);
        Assert.All(diagnostics, d => Assert.Equal((Severity.Warning, 4), (d.Severity, d.Line)));
    }
}
