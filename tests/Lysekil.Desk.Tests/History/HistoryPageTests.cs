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
    public async Task A_picture_has_versions_and_no_difference()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync("bilder/kajen.jpg", "inte riktigt en bild");

        var page = await site.As(DeskRole.Reader).PageAsync("/desk/historik/bilder/kajen.jpg");

        Assert.Single(page.QuerySelectorAll(".versions li"));
        Assert.Empty(page.QuerySelectorAll(".difference"));
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
