using System.Net;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.History;

public sealed class HistoryPageTests
{
    private const string Url = "/desk/historik/" + Some.Path;

    [Fact]
    public async Task The_page_shows_what_the_newest_version_changed_and_by_whom()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, "# Kajen\n\nEn liten kaj.\n", "anna@lysekil.example");
        await site.SaveAsync(Some.Path, "# Kajen\n\nEn stor kaj.\n", "bo@lysekil.example");

        var page = await site.As(DeskRole.Reader).PageAsync(Url);

        Assert.Equal("liten", page.QuerySelector(".difference del b")!.TextContent);
        Assert.Equal("stor", page.QuerySelector(".difference ins b")!.TextContent);
        Assert.Equal(
            ["Sparad av bo@lysekil.example", "Sparad av anna@lysekil.example"],
            page.QuerySelectorAll(".versions .soft").Select(v => v.TextContent));
        Assert.Equal("gäller nu", Assert.Single(page.QuerySelectorAll(".versions .state")).TextContent);
    }

    [Fact]
    public async Task A_publisher_restores_an_older_version_and_none_is_lost()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, Some.Article("Kajen byggs om"));
        await site.SaveAsync(Some.Path, Some.Article("Kajen rivs"));
        var publisher = site.As(DeskRole.Publisher);

        var answer = await RestoreAsync(publisher, await OldestAsync(publisher));

        Assert.Equal("/desk/fil/" + Some.Path, answer.Headers["Location"]);
        Assert.Equal(Some.Article("Kajen byggs om"), site.Site.Storage.Content.Find(Some.Path)!.Text);
        Assert.Equal(3, (await publisher.PageAsync(Url)).QuerySelectorAll(".versions li").Length);
    }

    [Fact]
    public async Task A_deleted_article_is_restored_and_live_again_at_its_address()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.Article());
        site.Site.Delete(Some.Path);
        await site.Site.SettleAsync();
        var publisher = site.As(DeskRole.Publisher);
        var page = await publisher.PageAsync(Url);

        Assert.StartsWith("Filen finns inte längre", page.QuerySelector(".notice")!.TextContent);
        await RestoreAsync(publisher, page);
        site.Site.Announce(Some.Path);
        await site.Site.SettleAsync();

        Assert.Contains("Kajen byggs om", site.Site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_over_a_version_that_was_saved_meanwhile_changes_nothing()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, Some.Article("Kajen byggs om"));
        await site.SaveAsync(Some.Path, Some.Article("Kajen rivs"));
        var publisher = site.As(DeskRole.Publisher);
        var page = await OldestAsync(publisher);
        await site.SaveAsync(Some.Path, Some.Article("Kajen står kvar"));

        var answer = await RestoreAsync(publisher, page);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Någon annan hann före", answer.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Some.Article("Kajen står kvar"), site.Site.Storage.Content.Find(Some.Path)!.Text);
    }

    [Fact]
    public async Task Only_a_publisher_is_offered_to_restore()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, Some.Article("Kajen byggs om"));
        await site.SaveAsync(Some.Path, Some.Article("Kajen rivs"));

        Assert.Null((await OldestAsync(site.As(DeskRole.Editor))).QuerySelector("form"));
        Assert.NotNull((await OldestAsync(site.As(DeskRole.Publisher))).QuerySelector("form"));
    }

    [Fact]
    public async Task Markup_in_a_text_is_shown_as_text()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, "<script>alert(1)</script>\n");
        await site.SaveAsync(Some.Path, "<script>alert(2)</script> <img src=x onerror=alert(3)>\n");

        var page = await site.As(DeskRole.Reader).PageAsync(Url);

        Assert.Empty(page.QuerySelectorAll("main script, main img"));
        Assert.Contains("<script>alert(2)</script>", page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_shown_as_it_was_in_each_version()
    {
        const string Picture = "bilder/kajen.png";
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Picture, "den första bilden");
        await site.SaveAsync(Picture, "den andra bilden");
        var reader = site.As(DeskRole.Reader);

        var page = await reader.PageAsync("/desk/historik/" + Picture);
        var older = await reader.PageAsync(page.QuerySelectorAll(".versions a")[^1].GetAttribute("href")!);
        var newest = await reader.GetAsync(page.QuerySelector("img.version")!.GetAttribute("src")!);
        var first = await reader.GetAsync(older.QuerySelector("img.version")!.GetAttribute("src")!);

        Assert.Equal(2, page.QuerySelectorAll(".versions li").Length);
        Assert.Empty(page.QuerySelectorAll(".difference"));
        Assert.Equal(("den andra bilden", "den första bilden"), (newest.Text, first.Text));
        Assert.Equal("image/png", first.Headers["Content-Type"]);
        Assert.Contains("sandbox", first.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artiklar/2026-05-03-kajen.md")]
    [InlineData("bilder/kajen.pdf")]
    [InlineData("bilder/kajen.svg")]
    [InlineData("bilder/kajen.html")]
    public async Task Nothing_but_a_picture_is_shown_as_it_was(string path)
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync("bilder/kajen.png", "<script>alert(1)</script>");
        var version = (await site.History.ListAsync(new("bilder/kajen.png"), 1, default))[0].Id;

        var answer = await site.As(DeskRole.Publisher).GetAsync($"/desk/version/{path}?version={version}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    /// <summary>The page of the oldest version.</summary>
    private static async Task<IHtmlDocument> OldestAsync(DeskBrowser browser)
    {
        var page = await browser.PageAsync(Url);
        return await browser.PageAsync(page.QuerySelectorAll(".versions a")[^1].GetAttribute("href")!);
    }

    /// <summary>Sends the form of the page.</summary>
    private static Task<DeskAnswer> RestoreAsync(DeskBrowser browser, IHtmlDocument page)
    {
        var form = (IHtmlFormElement)page.QuerySelector("form[method=post]")!;
        return browser.PostAsync(
            form.GetAttribute("action")!,
            new[] { "version", "etag" }.ToDictionary(
                name => name, name => form.QuerySelector($"[name={name}]")!.GetAttribute("value") ?? ""));
    }
}
