using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

public class OwnerPagesTests
{
    [Fact]
    public async Task The_footer_names_the_publisher_the_contact_and_other_services()
    {
        var footer = (await PageAsync(
            "index.html",
            "publisher: Eva <Ström>\ncontact:\n  email: red@exempel.se\n  phone: +46 523-123 45\n  address: Kajen 1\n"
                + "social:\n  Mastodon: https://social.exempel.se/@red\n")).QuerySelector("footer")!;

        Assert.Equal(
            ["Ansvarig utgivare: Eva <Ström>", "Kontakt: red@exempel.se +46 523-123 45 Kajen 1"],
            footer.QuerySelectorAll("p").Select(p => p.TextContent));
        Assert.Equal(
            ["mailto:red@exempel.se", "tel:+4652312345"],
            footer.QuerySelectorAll("p a").Select(a => a.GetAttribute("href")));
        Assert.Equal(
            "https://social.exempel.se/@red", footer.QuerySelector("a[rel=me]")!.GetAttribute("href"));
    }

    /// <summary>R9: The policy is opened for the script and its collector, and for nothing else.</summary>
    [Theory]
    [InlineData("index.html", "script-src https://plausible.io/js/script.js")]
    [InlineData("om/index.html", "script-src https://plausible.io/js/script.js")]
    [InlineData("sok/index.html", "script-src 'self' https://plausible.io/js/script.js")]
    [InlineData("2026/05/kajen/index.html", "script-src 'sha256-… https://plausible.io/js/script.js")]
    public async Task A_service_that_counts_visits_is_allowed_its_script_and_its_collector(string name, string scripts)
    {
        var page = await PageAsync(name, "analytics:\n  plausible: exempel.se\n");
        var (open, closed) = (Policy(page), Policy(await PageAsync(name, "")));

        Assert.Equal(
            scripts,
            System.Text.RegularExpressions.Regex.Replace(
                open.Single(d => d.StartsWith("script-src", StringComparison.Ordinal)), "sha256-[^']*'", "sha256-…"));
        Assert.Contains("connect-src 'self' https://plausible.io/api/event", open);
        Assert.Equal(
            closed.Where(d => !d.StartsWith("script-src", StringComparison.Ordinal) && d != "connect-src 'self'"),
            open.Where(d => d.Split(' ')[0] is not ("script-src" or "connect-src")));
        var script = Assert.Single(page.QuerySelectorAll("script[src^=https]"));
        Assert.Equal(
            ("https://plausible.io/js/script.js", "exempel.se"),
            (script.GetAttribute("src"), script.GetAttribute("data-domain")));
        Assert.DoesNotContain(closed, d => d.Contains("https://", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_leads_on_counts_nothing()
    {
        var page = await PageAsync("gammal/index.html", "analytics:\n  goatcounter: exempel\n");

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.DoesNotContain(Policy(page), d => d.Contains("goatcounter", StringComparison.Ordinal));
    }

    private static async Task<IDocument> PageAsync(string name, string settings)
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("site.yaml", "title: x\nbaseUrl: https://www.exempel.se\n" + settings);
        site.Upload("sidor/om.md", "# Om oss\n\nText.\n");
        site.Upload("artiklar/2026-05-01-kajen.md", Some.ArticleWith("aliases: [/gammal/]", "Kajen"));
        await site.SettleAsync();
        Assert.All(site.Outcomes, o => Assert.Empty(o.Diagnostics));
        return new HtmlParser().ParseDocument(site.Pages[name]);
    }

    private static string[] Policy(IDocument page) =>
        page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!.Split(';');
}
