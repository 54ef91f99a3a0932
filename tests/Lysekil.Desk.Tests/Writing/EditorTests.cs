using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Desk.Tests.Writing;

public sealed class EditorTests : IAsyncLifetime
{
    private const string Page = "/desk/skriv/" + Some.Path;
    private const string File = "---\r\nrubrik: Kajen # prövas\r\nutkast: ja\r\n---\r\n\r\nEtt stycke.\r\n";

    private DeskSite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_file_that_is_saved_without_a_change_keeps_each_byte()
    {
        await _site.UploadAsync(Some.Path, File);
        var (form, whole) = (await FieldsAsync(Page), await FieldsAsync(Page + "?vy=fil"));

        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(form)).Status);
        Assert.Equal(File, Stored);
        whole["etag"] = Tag;
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(whole)).Status);
        Assert.Equal(File, Stored);
    }

    [Fact]
    public async Task A_change_in_one_field_leaves_every_other_byte()
    {
        await _site.UploadAsync(Some.Path, File);

        await SaveAsync((await FieldsAsync(Page)).With(("rubrik", "Kajen: ny")));

        Assert.Equal(File.Replace("Kajen #", "'Kajen: ny' #", StringComparison.Ordinal), Stored);
    }

    [Fact]
    public async Task Both_views_show_the_same_unsaved_bytes()
    {
        await _site.UploadAsync(Some.Path, File);
        var form = (await FieldsAsync(Page)).With(("ingress", "Kort."), ("text", "Två.\r\n"), ("knapp", "fil"));

        var whole = await As(DeskRole.Publisher).PostAsync(Page, form);

        Assert.Equal(HttpStatusCode.OK, whole.Status);
        var fields = EditorForm.FieldsOf(whole.Page);
        Assert.Equal("---\nrubrik: Kajen # prövas\nutkast: ja\nlead: Kort.\n---\n\nTvå.\n", Lines(fields["fil"]));
        Assert.Equal(File, Stored);

        fields["fil"] = fields["fil"].Replace("Kort.", "Kortare.", StringComparison.Ordinal);
        var back = await As(DeskRole.Publisher).PostAsync(Page, fields.With(("knapp", "formular")));
        Assert.Equal("Kortare.", EditorForm.FieldsOf(back.Page)["ingress"]);

        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(EditorForm.FieldsOf(back.Page))).Status);
        Assert.Contains("lead: Kortare.\r\n---\r\n\r\nTvå.\r\n", Stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_begins_with_an_empty_line_is_shown_whole()
    {
        await _site.UploadAsync(Some.Path, "\n\n    Kod\n\n# Kajen\n");

        Assert.Equal("    Kod\n\n# Kajen\n", Lines((await FieldsAsync(Page))["text"]));
        Assert.Equal("\n\n    Kod\n\n# Kajen\n", Lines((await FieldsAsync(Page + "?vy=fil"))["fil"]));
    }

    [Fact]
    public async Task A_file_whose_settings_cannot_be_changed_one_by_one_is_shown_whole_with_the_reason()
    {
        await _site.UploadAsync(Some.Path, "---\ntitle: [\n---\nText\n");

        var page = await As(DeskRole.Editor).PageAsync(Page);

        Assert.NotNull(page.QuerySelector("textarea[name=fil]"));
        Assert.Null(page.QuerySelector("[name=rubrik]"));
        Assert.Contains("hela filen", page.QuerySelector("form .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_cannot_be_changed_alone_is_shown_and_not_sent()
    {
        await _site.UploadAsync(Some.Path, "---\ntitle: Kajen\nauthor:\n  name: Eva\n---\nText\n");

        var page = await As(DeskRole.Editor).PageAsync(Page);

        Assert.True(((IHtmlInputElement)page.QuerySelector("#skribent")!).IsDisabled);
        Assert.DoesNotContain("skribent", EditorForm.FieldsOf(page).Keys);
    }

    [Fact]
    public async Task An_editor_saves_drafts_and_nothing_that_readers_see()
    {
        await _site.UploadAsync(Some.Path, File);
        var live = (await FieldsAsync(Page)).With(("utkast", null), ("text", "Mina ord."));

        var refused = await As(DeskRole.Editor).PostAsync(Page, live);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Mina ord.", EditorForm.FieldsOf(refused.Page)["text"], StringComparison.Ordinal);
        Assert.Equal(File, Stored);

        var draft = EditorForm.FieldsOf(refused.Page).With(("utkast", "ja"));
        Assert.Equal(HttpStatusCode.Found, (await As(DeskRole.Editor).PostAsync(Page, draft)).Status);
        Assert.Contains("Mina ord.", Stored, StringComparison.Ordinal);

        await _site.UploadAsync("artiklar/2026-05-02-farjan.md", Some.Article("Färjan"));
        var published = await As(DeskRole.Editor).PageAsync("/desk/skriv/artiklar/2026-05-02-farjan.md");
        var unpublishing = EditorForm.FieldsOf(published).With(("utkast", "ja"));
        var answer = await As(DeskRole.Editor).PostAsync("/desk/skriv/artiklar/2026-05-02-farjan.md", unpublishing);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task A_new_article_is_a_draft_with_the_fields_of_its_form()
    {
        var answer = await As(DeskRole.Editor).PostAsync("/desk/ny", new Dictionary<string, string>
        {
            ["rubrik"] = "Färjan: ny tur",
            ["ingress"] = "Kort.",
            ["amnen"] = "Trafik, Öarna",
            ["skribent"] = "",
            ["datum"] = "",
            ["text"] = "Ett stycke.\r\n\r\nEtt till.",
            ["slag"] = "artikel",
        });

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.StartsWith("/desk/skriv/artiklar/2026-05-04-farjan-ny-tur.md", answer.Headers["Location"],
            StringComparison.Ordinal);
        Assert.Equal(
            "---\ntitle: 'Färjan: ny tur'\nlead: Kort.\ntags: [Trafik, Öarna]\ndraft: true\n---\n\n"
                + "Ett stycke.\n\nEtt till.\n",
            TextOf("artiklar/2026-05-04-farjan-ny-tur.md"));
    }

    [Fact]
    public async Task Two_new_articles_of_one_title_get_two_names_and_one_without_a_title_none()
    {
        var fields = new Dictionary<string, string> { ["rubrik"] = "Färjan", ["text"] = "Ett." };
        await As(DeskRole.Editor).PostAsync("/desk/ny", fields);
        fields["text"] = "Två.";
        await As(DeskRole.Editor).PostAsync("/desk/ny", fields);

        Assert.Contains("Ett.", TextOf("artiklar/2026-05-04-farjan.md"), StringComparison.Ordinal);
        Assert.Contains("Två.", TextOf("artiklar/2026-05-04-farjan-2.md"), StringComparison.Ordinal);

        fields["rubrik"] = "…";
        var refused = await As(DeskRole.Editor).PostAsync("/desk/ny", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Två.", EditorForm.FieldsOf(refused.Page)["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_suggests_the_topics_in_use()
    {
        await _site.UploadAsync(Some.Path, Some.ArticleWith("tags: [Hamnen]"));

        var page = await As(DeskRole.Editor).PageAsync("/desk/ny");

        Assert.Equal(["Hamnen"], page.QuerySelectorAll("#topics option").Select(o => o.GetAttribute("value")));
    }

    [Theory]
    [InlineData("etag=x&vy=formular&grund=@@@")]
    [InlineData("etag=x&vy=fil")]
    public async Task A_form_that_the_page_did_not_make_is_told_so(string form)
    {
        await _site.UploadAsync(Some.Path, File);
        var fields = form.Split('&').Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1]);

        Assert.Equal(HttpStatusCode.BadRequest, (await SaveAsync(fields)).Status);
        Assert.Equal(File, Stored);
    }

    private string Stored => TextOf(Some.Path);

    private string Tag => _site.Site.Storage.Content.Find(Some.Path)!.Properties.ETag.Value;

    private string TextOf(string path) => Encoding.UTF8.GetString(
        _site.Site.Storage.Content.Find(new SourcePath(path).Value)!.Content.Span);

    private DeskBrowser As(DeskRole role) => _site.As(role);

    private async Task<Dictionary<string, string>> FieldsAsync(string url) =>
        EditorForm.FieldsOf(await As(DeskRole.Publisher).PageAsync(url));

    private Task<DeskAnswer> SaveAsync(Dictionary<string, string> fields) =>
        As(DeskRole.Publisher).PostAsync(Page, fields);

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
