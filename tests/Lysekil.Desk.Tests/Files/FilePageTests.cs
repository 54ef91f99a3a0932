using System.Net;
using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.Files;

public sealed class FilePageTests
{
    private const string Url = "/desk/fil/" + Some.Path;

    [Fact]
    public async Task A_live_article_leads_to_its_page_and_tells_how_long_that_took()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.Article());

        var page = await site.As(DeskRole.Reader).PageAsync(Url);

        Assert.Equal("Kajen byggs om", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Publicerad.", page.QuerySelector(".state.live")!.TextContent);
        Assert.Equal(
            "https://www.lysekil.example/2026/05/kajen/", page.QuerySelector(".facts a")!.GetAttribute("href"));
        Assert.Contains("under en sekund", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_shows_the_line_itself_and_its_neighbours()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.Article());
        await site.UploadAsync(Some.Path, "---\nauthor: Åsa\ndate: i morgon\n---\n# Kajen\n\nText.\n");

        var page = await site.As(DeskRole.Reader).PageAsync(Url);

        Assert.Equal(
            "Går inte att publicera. Den förra versionen ligger kvar på webbplatsen.",
            page.QuerySelector(".state.refused")!.TextContent);
        Assert.Equal("Rad 3:", page.QuerySelector(".remarks b")!.TextContent.Trim());
        Assert.Equal(
            ["   2  author: Åsa", "   3  date: i morgon", "   4  ---"],
            page.QuerySelector(".lines")!.Children.Select(line => line.TextContent));
        Assert.Equal("   3  date: i morgon", page.QuerySelector(".lines mark")!.TextContent);
    }

    [Fact]
    public async Task A_version_that_no_publish_has_seen_is_said_to_be_received_and_old_remarks_are_gone()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.ArticleWith("date: i morgon"));
        site.Site.Upload(Some.Path, Some.Article());

        var before = await site.As(DeskRole.Reader).PageAsync(Url);
        await site.Site.SettleAsync();
        var fragment = await site.As(DeskRole.Reader).GetAsync(Url + "?del=nytt");

        Assert.Equal("Den senaste versionen tas emot …", before.QuerySelector(".state.waiting")!.TextContent);
        Assert.Empty(before.QuerySelectorAll(".remarks"));
        Assert.Equal("1", before.QuerySelector("[data-live]")!.GetAttribute("data-live-seconds"));
        Assert.Contains("Publicerad.", fragment.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", fragment.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_waits_for_an_address_says_for_which()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync("artiklar/2026-05-03-kajen.md", Some.Article());
        await site.UploadAsync("artiklar/b/2026-05-03-kajen.md", Some.Article());

        var page = await site.As(DeskRole.Reader).PageAsync("/desk/fil/artiklar/b/2026-05-03-kajen.md");

        Assert.Equal(
            "Väntar på adressen /2026/05/kajen/, som en annan fil har.",
            page.QuerySelector(".state.waiting")!.TextContent);
    }

    [Theory]
    [InlineData(DeskRole.Reader, "Förhandsvisa, Historik")]
    [InlineData(DeskRole.Editor, "Redigera, Förhandsvisa, Historik")]
    [InlineData(
        DeskRole.Publisher,
        "Redigera, Förhandsvisa, Publicera nu, Schemalägg, Flytta eller byt namn, Historik, Radera")]
    public async Task A_role_is_offered_what_it_may_do_with_a_draft(DeskRole role, string actions)
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.ArticleWith("draft: true"));

        var page = await site.As(role).PageAsync(Url);

        Assert.Equal(actions, string.Join(", ", page.QuerySelectorAll(".actions a").Select(a => a.TextContent)));
    }

    [Fact]
    public async Task A_reader_sees_a_draft_as_it_will_look()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.ArticleWith("draft: true"));
        var reader = site.As(DeskRole.Reader);

        var page = await reader.PageAsync(Url);
        var preview = await reader.PageAsync(page.QuerySelector(".actions a")!.GetAttribute("href")!);

        Assert.Equal("Kajen byggs om", preview.QuerySelector("main h1")!.TextContent);
    }

    [Fact]
    public async Task A_file_whose_name_is_refused_is_explained_and_not_offered_to_be_written()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync("anteckningar 100%.txt", "…");

        var page = await site.As(DeskRole.Publisher).PageAsync("/desk/fil/anteckningar%20100%25.txt");

        Assert.NotEmpty(page.QuerySelectorAll(".remarks li.refusal"));
        Assert.DoesNotContain("Redigera", page.QuerySelector(".actions")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_a_file_costs_five_calls()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.Article());
        site.Calls.Clear();

        await site.As(DeskRole.Reader).PageAsync(Url);

        Assert.Equal(5, site.Calls.Calls.Count);
    }

    [Fact]
    public async Task A_file_that_never_was_is_not_found()
    {
        await using var site = await DeskSite.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await site.As(DeskRole.Reader).GetAsync(Url)).Status);
    }
}
