using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.Files;

public sealed class FileListTests
{
    private const string Draft = "artiklar/2026-05-02-utkast.md";
    private const string Coming = "artiklar/2026-05-06-midsommar.md";
    private const string Refused = "artiklar/2026-05-01-trasig.md";

    [Fact]
    public async Task Each_file_has_its_title_its_state_and_its_page()
    {
        await using var site = await SiteAsync();

        var page = await site.As(DeskRole.Reader).PageAsync("/desk/");
        var lines = page.QuerySelectorAll(".files li").ToDictionary(
            line => line.QuerySelector(".path")!.TextContent, line => line);

        Assert.Equal([Refused, Draft, Some.Path, Coming], lines.Keys);
        Assert.Equal("Kajen byggs om", lines[Some.Path].QuerySelector(".title")!.TextContent);
        Assert.Equal("Publicerad", lines[Some.Path].QuerySelector(".state.live")!.TextContent);
        Assert.Equal(
            "https://www.lysekil.example/2026/05/kajen/",
            lines[Some.Path].QuerySelector(".meta a")!.GetAttribute("href"));
        Assert.Equal("Utkast", lines[Draft].QuerySelector(".state.draft")!.TextContent);
        Assert.Equal("Ett utkast", lines[Draft].QuerySelector(".title")!.TextContent);
        Assert.Equal("Publiceras 6 maj 2026 kl. 12.00", lines[Coming].QuerySelector(".state.scheduled")!.TextContent);
        Assert.Equal("Går inte att publicera", lines[Refused].QuerySelector(".state.refused")!.TextContent);
        Assert.Equal("Trasig", lines[Refused].QuerySelector(".title")!.TextContent);
        Assert.Contains("1 anmärkning", lines[Refused].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?visa=draft", Draft)]
    [InlineData("?visa=scheduled", Coming)]
    [InlineData("?visa=refused", Refused)]
    [InlineData("?sok=KAJEN", Some.Path)]
    [InlineData("?sok=byggs+om", Some.Path)]
    [InlineData("?sok=trasig", Refused)]
    public async Task A_filter_and_a_search_leave_the_others_out(string query, string path)
    {
        await using var site = await SiteAsync();

        var page = await site.As(DeskRole.Reader).PageAsync("/desk/" + query);

        Assert.Equal(path, Assert.Single(page.QuerySelectorAll(".files .path")).TextContent);
    }

    [Fact]
    public async Task A_search_within_a_state_keeps_the_state()
    {
        await using var site = await SiteAsync();

        var page = await site.As(DeskRole.Reader).PageAsync("/desk/?visa=draft&sok=kajen");

        Assert.Empty(page.QuerySelectorAll(".files li"));
        Assert.Equal("draft", page.QuerySelector("form input[name=visa]")!.GetAttribute("value"));
        Assert.Equal("Utkast", page.QuerySelector(".filter [aria-current=true]")!.TextContent);
        Assert.Contains(
            "/desk/?visa=live&sok=kajen",
            page.QuerySelectorAll(".filter a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_deleted_article_is_among_the_deleted_alone_and_leads_to_its_history()
    {
        await using var site = await SiteAsync();
        site.Site.Delete(Some.Path);
        await site.Site.SettleAsync();

        var all = await site.As(DeskRole.Reader).PageAsync("/desk/");
        var deleted = await site.As(DeskRole.Reader).PageAsync("/desk/?visa=deleted");

        Assert.DoesNotContain(Some.Path, all.QuerySelectorAll(".files .path").Select(p => p.TextContent));
        Assert.Equal(
            "/desk/historik/" + Some.Path,
            Assert.Single(deleted.QuerySelectorAll(".files a")).GetAttribute("href"));
    }

    [Fact]
    public async Task An_open_page_asks_for_its_lines_alone_and_they_follow_the_site()
    {
        await using var site = await SiteAsync();
        var page = await site.As(DeskRole.Reader).PageAsync("/desk/?visa=draft");
        var live = page.QuerySelector("[data-live]")!.GetAttribute("data-live")!;

        await site.UploadAsync(Draft, Some.Article("Klart nu"));
        var lines = await site.As(DeskRole.Reader).GetAsync(live);

        Assert.Equal("/desk/?visa=draft&del=nytt", live);
        Assert.DoesNotContain("<html", lines.Text, StringComparison.Ordinal);
        Assert.Contains("Inga filer just nu.", lines.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public async Task Names_titles_and_searches_are_shown_as_text(string text)
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync($"anteckningar {text.Replace("/", "", StringComparison.Ordinal)}.txt", "…");
        var title = text.Replace("\"", "", StringComparison.Ordinal);
        await site.UploadAsync(Some.Path, $"---\ntitle: {title}\n---\nText.\n");

        foreach (var url in new[] { "/desk/", "/desk/?sok=" + Uri.EscapeDataString(text), "/desk/fil/" + Some.Path })
        {
            var page = await site.As(DeskRole.Publisher).PageAsync(url);

            Assert.Empty(page.QuerySelectorAll("main script, main img"));
        }
    }

    [Fact]
    public async Task Topics_that_share_an_address_are_told_of_above_the_first_files()
    {
        await using var site = await SiteAsync();
        site.Site.Upload("artiklar/2026-05-01-regionen.md", Some.ArticleWith("tags: [Län]", "Regionen"));
        site.Site.Upload("artiklar/2026-05-01-banken.md", Some.ArticleWith("tags: [Lån]", "Banken"));
        await site.Site.SettleAsync();
        await site.Site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await site.Site.SettleAsync();

        var page = await site.As(DeskRole.Reader).PageAsync("/desk/");
        var filtered = await site.As(DeskRole.Reader).PageAsync("/desk/?visa=live");

        Assert.Contains(
            "har samma webbadress, /amnen/lan/",
            Assert.Single(page.QuerySelectorAll(".diagnostics li")).TextContent,
            StringComparison.Ordinal);
        Assert.Empty(filtered.QuerySelectorAll(".diagnostics"));
    }

    [Theory]
    [InlineData("?efter=../../desk")]
    [InlineData("?efter=finns-inte.md")]
    [InlineData("?visa=allt&efter=%00&sok=%20")]
    public async Task An_address_that_makes_no_sense_still_shows_files(string query)
    {
        await using var site = await SiteAsync();

        var page = await site.As(DeskRole.Reader).PageAsync("/desk/" + query);

        Assert.Equal("Filer", page.QuerySelector("h1")!.TextContent);
    }

    private static async Task<DeskSite> SiteAsync()
    {
        var site = await DeskSite.StartAsync();
        site.Site.Upload(Some.Path, Some.Article());
        site.Site.Upload(Draft, Some.ArticleWith("draft: true", "Ett utkast"));
        site.Site.Upload(Coming, Some.ArticleWith("date: 2026-05-06 12:00", "Midsommar"));
        site.Site.Upload(Refused, Some.ArticleWith("date: i morgon", "Trasig"));
        await site.Site.SettleAsync();
        site.Calls.Clear();
        return site;
    }
}
