using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;
using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.Publishing;

public sealed class PublishingTests : IAsyncLifetime
{
    private const string Draft = "---\r\nrubrik: Kajen\r\nutkast: ja # än så länge\r\n---\r\n\r\nEtt stycke.\r\n";

    private DeskSite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Publishing_says_the_address_first_and_is_undone_by_one_form()
    {
        await _site.UploadAsync(Some.Path, Draft);

        var done = await DoAsync("publicera", "/2026/05/kajen/");
        Assert.Equal("---\r\nrubrik: Kajen\r\n---\r\n\r\nEtt stycke.\r\n", Stored);
        await SettleAsync();
        Assert.Contains("2026/05/kajen/index.html", _site.Site.Pages.Keys);

        await UndoAsync(done);
        Assert.Equal(Draft, Stored);
        await SettleAsync();
        Assert.DoesNotContain("2026/05/kajen/index.html", _site.Site.Pages.Keys);
    }

    [Fact]
    public async Task Unpublishing_adds_a_line_and_leaves_every_other_byte()
    {
        await _site.UploadAsync(Some.Path, "# Kajen\n\nText.\n");

        var done = await DoAsync("avpublicera", "/2026/05/kajen/ slutar fungera");
        Assert.Equal("---\ndraft: true\n---\n\n# Kajen\n\nText.\n", Stored);

        await UndoAsync(done);
        Assert.Equal("# Kajen\n\nText.\n", Stored);
    }

    [Fact]
    public async Task A_scheduled_text_says_when_and_becomes_live_then()
    {
        await _site.UploadAsync(Some.Path, Draft);

        var asking = await As.PageAsync("/desk/atgard/schemalagg/" + Some.Path);
        Assert.Empty(asking.QuerySelectorAll("[role=alert], form[method=post]"));
        var early = await As.GetAsync("/desk/atgard/schemalagg/" + Some.Path + "?varde=2026-05-01");
        Assert.Contains("redan varit", early.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        await DoAsync("schemalagg", "8 maj 2026 kl. 9.30", "2026-05-08 09:30");
        await SettleAsync();
        Assert.DoesNotContain("2026/05/kajen/index.html", _site.Site.Pages.Keys);

        _site.Clock.Advance(TimeSpan.FromDays(4));
        await _site.Site.PublishDueAsync();
        Assert.Contains("2026/05/kajen/index.html", _site.Site.Pages.Keys);
    }

    [Theory]
    [InlineData("2026-05-08T09:30", "2026-05-08 09:30", "2026-05-08T09:30")]
    [InlineData(" 2026-05-08 09:30", "2026-05-08 09:30", "2026-05-08T09:30")]
    [InlineData("2026-05-08", "2026-05-08", "2026-05-08T00:00")]
    public async Task A_time_is_taken_from_the_browsers_own_field_and_written_as_editors_write_it(
        string sent, string stored, string shown)
    {
        await _site.UploadAsync(Some.Path, Draft);
        var url = "/desk/atgard/schemalagg/" + Some.Path;

        var page = await As.PageAsync($"{url}?varde={Uri.EscapeDataString(sent)}");
        var field = (IHtmlInputElement)page.GetElementById("varde")!;
        await As.PostAsync(url, EditorForm.FieldsOf(page, "form[method=post]"));

        Assert.Equal(("datetime-local", shown), (field.Type, field.GetAttribute("value")));
        Assert.Contains($"date: {stored}\r\n", Stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_a_scheduled_text_now_gives_it_the_present_date()
    {
        await _site.UploadAsync(Some.Path, "---\ntitle: Kajen\ndate: 2026-06-01\n---\nText.\n");

        await DoAsync("publicera", "publiceras genast på /2026/05/kajen/");

        Assert.Equal("---\ntitle: Kajen\ndate: 2026-05-04 10:00\n---\nText.\n", Stored);
    }

    [Fact]
    public async Task A_move_keeps_the_old_address_leading_to_the_new_one_and_is_undone()
    {
        await _site.UploadAsync(Some.Path, "# Kajen\n\nText.\n");
        const string Target = "artiklar/2026-05-03-nya-kajen.md";

        var done = await DoAsync("flytta", "/2026/05/kajen/ leder vidare", Target);
        Assert.Null(_site.Site.Storage.Content.Find(Some.Path));
        _site.Site.Announce(Target);
        await SettleAsync();
        Assert.Contains("/2026/05/nya-kajen/", _site.Site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);

        await UndoAsync(done);
        Assert.Equal("# Kajen\n\nText.\n", Stored);
        Assert.Null(_site.Site.Storage.Content.Find(Target));
    }

    [Theory]
    [InlineData("annat/kajen.md")]
    [InlineData("../kajen.md")]
    [InlineData("artiklar/2026-05-03-kajen.docx")]
    [InlineData("bilder/kajen.md")]
    [InlineData("artiklar/annan.md")]
    [InlineData("artiklar/<script>.md")]
    public async Task A_move_to_a_name_that_cannot_be_is_refused(string target)
    {
        await _site.UploadAsync("artiklar/annan.md", "# Annan\n\nText.\n");
        await _site.UploadAsync(Some.Path, "# Kajen\n\nText.\n");

        var answer = await As.PostAsync("/desk/atgard/flytta/" + Some.Path, new Dictionary<string, string>
        {
            ["etag"] = Tag,
            ["varde"] = target,
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Page.QuerySelector("[role=alert]"));
        Assert.Equal("# Kajen\n\nText.\n", Stored);
    }

    [Fact]
    public async Task A_deleted_picture_says_where_it_is_used_and_comes_back()
    {
        var picture = SamplePicture.Png(900, 600);
        _site.Site.Upload("bilder/kaj.png", picture);
        await _site.UploadAsync(Some.Path, "# Kajen\n\n![Kajen](/bilder/kaj.png)\n");

        var page = await As.PageAsync("/desk/atgard/radera/bilder/kaj.png");
        Assert.Contains(Some.Path, page.Body!.TextContent, StringComparison.Ordinal);
        var answer = await As.PostAsync(
            "/desk/atgard/radera/bilder/kaj.png", EditorForm.FieldsOf(page, "form[method=post]"));
        Assert.Null(_site.Site.Storage.Content.Find("bilder/kaj.png"));

        await UndoAsync(await As.PageAsync(answer.Headers["Location"]), "bilder/kaj.png");
        Assert.Equal(picture, _site.Site.Storage.Content.Find("bilder/kaj.png")!.Content.ToArray());
    }

    [Fact]
    public async Task An_action_on_a_version_that_was_replaced_changes_nothing()
    {
        await _site.UploadAsync(Some.Path, Draft);
        var fields = EditorForm.FieldsOf(
            await As.PageAsync("/desk/atgard/publicera/" + Some.Path), "form[method=post]");
        await _site.SaveAsync(Some.Path, Draft + "Mer.");

        var answer = await As.PostAsync("/desk/atgard/publicera/" + Some.Path, fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(Draft + "Mer.", Stored);
    }

    [Theory]
    [InlineData("artiklar/utkast/2026-05-03-kajen.md", "# Kajen\n\nText.\n", "Flytta den")]
    [InlineData("artiklar/2026-05-03-a.md", "---\n{draft: true, title: Kajen}\n---\nText.\n", "hel fil")]
    public async Task A_text_that_cannot_be_published_so_says_what_to_do(string path, string file, string expected)
    {
        await _site.UploadAsync(path, file);

        var page = await As.PageAsync("/desk/atgard/publicera/" + path);

        Assert.Contains(expected, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[method=post]"));
    }

    private DeskBrowser As => _site.As(DeskRole.Publisher);

    private string Stored => Encoding.UTF8.GetString(_site.Site.Storage.Content.Find(Some.Path)!.Content.Span);

    private string Tag => _site.Site.Storage.Content.Find(Some.Path)!.Properties.ETag.Value;

    /// <summary>Reads what an action will do, does it, and gives the page that follows.</summary>
    private async Task<IHtmlDocument> DoAsync(string action, string says, string written = "")
    {
        var url = $"/desk/atgard/{action}/{Some.Path}";
        var page = await As.PageAsync(written.Length == 0 ? url : $"{url}?varde={Uri.EscapeDataString(written)}");
        Assert.Contains(says, page.QuerySelector(".effects")!.TextContent, StringComparison.Ordinal);
        var answer = await As.PostAsync(url, EditorForm.FieldsOf(page, "form[method=post]"));
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        return await As.PageAsync(answer.Headers["Location"]);
    }

    private async Task UndoAsync(IHtmlDocument done, string path = Some.Path)
    {
        var answer = await As.PostAsync("/desk/atgard/angra/" + path, EditorForm.FieldsOf(done, "form[method=post]"));
        Assert.Equal((HttpStatusCode.Found, "/desk/fil/" + path), (answer.Status, answer.Headers["Location"]));
    }

    private Task SettleAsync()
    {
        _site.Site.Announce(Some.Path);
        return _site.Site.SettleAsync();
    }
}
