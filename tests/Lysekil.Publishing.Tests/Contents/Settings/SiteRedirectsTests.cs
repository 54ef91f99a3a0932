using System.Text;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class SiteRedirectsTests
{
    [Theory]
    [InlineData("/gammal-sida/", "/ny-sida/", "gammal-sida/index.html", "/ny-sida/")]
    [InlineData("/gammal-sida", "/ny-sida/#del?", "gammal-sida/index.html", "/ny-sida/#del?")]
    [InlineData("/sida.aspx", "https://www.exempel.se/ny?id=1", "sida.aspx", "https://www.exempel.se/ny?id=1")]
    [InlineData("/r%C3%A5d/", "/nämnden/", "råd/index.html", "/n%C3%A4mnden/")]
    [InlineData("/råd/", "bilder/stadgar.pdf", "råd/index.html", "/bilder/stadgar.pdf")]
    [InlineData("/2019/10/kajen/", "artiklar/2019-10-02-bryggan.md", "2019/10/kajen/index.html", "/2019/10/bryggan/")]
    public void An_old_address_leads_to_a_page_or_to_another_site(string from, string to, string page, string target)
    {
        var (redirects, diagnostics) = Read($"  '{from}': '{to}'");

        Assert.Empty(diagnostics);
        Assert.Equal(new Redirect(from, target), redirects.Find(PageKey.Parse(page)!));
    }

    [Theory]
    [InlineData("gammal-sida/", "/ny/", "går inte att läsa")]
    [InlineData("/gammal?id=1", "/ny/", "går inte att läsa")]
    [InlineData("https://gamla.exempel.se/x/", "/ny/", "går inte att läsa")]
    [InlineData("/", "/ny/", "en sida som den gör själv")]
    [InlineData("/nyhetsarkiv/2019/", "/ny/", "en sida som den gör själv")]
    [InlineData("/bilder/x.png", "/ny/", "en sida som den gör själv")]
    [InlineData("/gammal/", "", "står inte vart")]
    [InlineData("/gammal/", "mailto:red@exempel.se", "ingen adress att leda till")]
    [InlineData("/gammal/", "#del", "ingen adress att leda till")]
    [InlineData("/gammal/", "javascript:alert(1)", "ingen adress att leda till")]
    [InlineData("/gammal/", "/gammal#del", "tillbaka till sig själv")]
    [InlineData("/gammal/", "https://www.lysekil.example/gammal/", "tillbaka till sig själv")]
    [InlineData("/annan", "/om/", "redan på rad 3")]
    public void One_that_cannot_be_used_is_told_at_its_line_and_the_others_hold(string from, string to, string told)
    {
        var (redirects, diagnostics) = Read($"  /annan/: /ny-sida/\n  '{from}': '{to}'");

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((Severity.Warning, "redirect", 4), (diagnostic.Severity, diagnostic.Code, diagnostic.Line));
        Assert.Contains(told, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(["annan/index.html"], redirects.Pages.Select(p => p.Value));
    }

    [Fact]
    public void Those_that_lead_in_a_circle_are_all_left_out_and_those_that_lead_into_it_are_not()
    {
        var (redirects, diagnostics) = Read("  /a/: /b/\n  /b/: /c/\n  /c/: /a/\n  /d/: /a/");

        Assert.Equal([3, 4, 5], diagnostics.Select(d => d.Line!.Value));
        Assert.Equal(["d/index.html"], redirects.Pages.Select(p => p.Value));
    }

    [Theory]
    [InlineData("redirects: /gammal/")]
    [InlineData("redirects:\n  - from: /gammal/\n    to: /ny/")]
    [InlineData("redirects:\n  - /gammal/")]
    public void Anything_but_a_mapping_is_told_of(string yaml)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes(yaml));

        Assert.Empty(settings!.Redirects.Pages);
        Assert.Contains("/gammal-sida/: /ny-sida/", Assert.Single(diagnostics).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_five_hundred_are_told_of_once()
    {
        var (redirects, diagnostics) = Read(
            string.Join('\n', Enumerable.Range(0, SiteRedirects.Most + 2).Select(n => $"  /gammal-{n}/: /")));

        Assert.Equal(SiteRedirects.Most, redirects.Pages.Count);
        Assert.Equal(SiteRedirects.Most + 3, Assert.Single(diagnostics).Line);
    }

    private static (SiteRedirects Redirects, IReadOnlyList<Diagnostic> Diagnostics) Read(string lines)
    {
        var (settings, diagnostics) = SiteSettings.Read(
            Encoding.UTF8.GetBytes($"baseUrl: https://www.lysekil.example\nredirects:\n{lines}\n"));
        return (settings!.Redirects, diagnostics);
    }
}
