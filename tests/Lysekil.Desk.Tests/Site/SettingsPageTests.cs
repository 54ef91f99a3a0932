using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.Site;

public sealed class SettingsPageTests : IAsyncLifetime
{
    private const string Page = "/desk/installningar";
    private const string Name = "site.yaml";

    private const string File = "# Vår webbplats\r\ntitle: Lysekilsbladet # prövas\r\n"
        + "baseUrl: https://www.lysekil.example\r\negen: kvar\r\nmenu:\r\n"
        + "  - text: Om\r\n    url: /om/\r\n  - text: Sök\r\n    url: /sok/\r\n"
        + "colours:\r\n  accent: '#0b5f8a'\r\nfooter: |\r\n  Ett.\r\n\r\n  Två.\r\n";

    private DeskSite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    /// <summary>A field of the form, its new value, and the only text of the file that changes.</summary>
    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "titel", "Kajen: nytt", "Lysekilsbladet #", "'Kajen: nytt' #" },
        { "adress", "https://ny.example", "https://www.lysekil.example", "'https://ny.example'" },
        { "accent", "#1b4332", "#0b5f8a", "#1b4332" },
        { "sidfot", "Ett.\r\n\r\nTre.", "Två.", "Tre." },
        { "menytext-2", "Hitta", "text: Sök", "text: Hitta" },
        { "menyadress-1", "https://om.example/", "url: /om/", "url: 'https://om.example/'" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_in_one_field_leaves_every_other_byte(
        string field, string value, string before, string after)
    {
        await _site.UploadAsync(Name, File);

        var answer = await SaveAsync((await FieldsAsync()).With((field, value)));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(File.Replace(before, after, StringComparison.Ordinal), Stored);
    }

    [Fact]
    public async Task A_saved_form_is_live_and_in_the_history_and_in_the_audit_log()
    {
        await _site.UploadAsync(Name, File);
        await _site.UploadAsync(Some.Path, Some.Article());

        var answer = await SaveAsync((await FieldsAsync()).With(("titel", "Kustbladet")));
        _site.Site.Announce(Name);
        await _site.Site.SettleAsync();

        Assert.Equal("/desk/installningar?sparat=ja", answer.Headers["Location"]);
        var page = await As(DeskRole.Publisher).PageAsync(answer.Headers["Location"]);
        Assert.StartsWith("Sparat.", page.QuerySelector("[role=status].notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kustbladet", _site.Site.Pages["2026/05/kajen/index.html"], StringComparison.Ordinal);
        var versions = await _site.History.ListAsync(new SourcePath(Name), 10, default);
        Assert.Equal("anna@lysekil.example", versions[0].Account);
        var log = await As(DeskRole.Publisher).PageAsync("/desk/granskning");
        Assert.Contains("sparade", log.QuerySelector(".entries li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Name, log.QuerySelector(".entries li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_settings_has_an_empty_form_that_creates_the_file()
    {
        var page = await As(DeskRole.Publisher).PageAsync(Page);
        var fields = EditorForm.FieldsOf(page);

        Assert.Contains("skapas när du sparar", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(
            ["titel", "beskrivning", "adress", "accent", "sidfot", "sprak"], name => Assert.Equal("", fields[name]));
        var answer = await SaveAsync(fields.With(("titel", "Kustbladet"), ("bakgrund", "#fff")));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal("title: Kustbladet\ncolours:\n  background: '#fff'\n", Stored);
    }

    [Fact]
    public async Task A_form_without_a_change_stores_nothing()
    {
        await _site.UploadAsync(Name, File);
        var tag = _site.Site.Storage.Content.Find(Name)!.Properties.ETag;

        var answer = await SaveAsync(await FieldsAsync());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(
            "inte ändrat något", answer.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(tag, _site.Site.Storage.Content.Find(Name)!.Properties.ETag);
    }

    /// <summary>A field, a value that the site could not use, and what is told beside the field.</summary>
    public static TheoryData<string, string, string> Unusable => new()
    {
        { "adress", "lysekil.example", "som https://www.exempel.se" },
        { "tidszon", "Lysekil", "som Europe/Stockholm" },
        { "nav", "http://nav.example/", "navets adress" },
        { "accent", "#f5d76e", "kontrasten mellan #f5d76e och #fdfcf9 är 1,3:1" },
        { "bakgrund", "blå", "”blå” inte passar" },
        { "sidfot", "## Rubrik", "mellanrubriker" },
        { "logotyp", "/bilder/logotyp.svg", "PNG, WebP eller JPEG" },
        { "logotyp", "/bilder/saknas.png", "Ladda upp den under Bilder" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task A_value_that_cannot_be_used_is_told_at_its_field_and_stores_nothing(
        string field, string value, string told)
    {
        await _site.UploadAsync(Name, File);

        var answer = await SaveAsync((await FieldsAsync()).With((field, value), ("beskrivning", "Mina ord.")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(File, Stored);
        var fields = EditorForm.FieldsOf(answer.Page);
        Assert.Equal((value, "Mina ord."), (fields[field], fields["beskrivning"]));
        var input = answer.Page.GetElementById(field)!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var remark = answer.Page.GetElementById(input.GetAttribute("aria-describedby")!.Split(' ')[0])!;
        Assert.Contains(told, remark.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(fields.With((field, "")))).Status);
    }

    [Fact]
    public async Task A_link_of_the_menu_that_cannot_be_followed_is_told_at_the_menu()
    {
        await _site.UploadAsync(Name, File);

        var answer = await SaveAsync((await FieldsAsync()).With(("menyadress-2", "javascript:alert(1)")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Page.GetElementById("meny-fel"));
        Assert.Equal("javascript:alert(1)", EditorForm.FieldsOf(answer.Page)["menyadress-2"]);
        Assert.Equal(File, Stored);
    }

    [Fact]
    public async Task A_setting_that_is_left_out_does_not_keep_another_from_being_saved()
    {
        await _site.UploadAsync(Name, File.Replace("#0b5f8a", "#f5d76e", StringComparison.Ordinal));
        var page = await As(DeskRole.Publisher).PageAsync(Page);
        Assert.NotNull(page.GetElementById("accent-fel"));

        var answer = await SaveAsync(EditorForm.FieldsOf(page).With(("titel", "Kustbladet")));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Contains("title: Kustbladet #", Stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_of_the_site_is_taken()
    {
        _site.Site.Upload("bilder/logotyp.png", SamplePicture.Png());
        await _site.UploadAsync(Name, File);

        await SaveAsync((await FieldsAsync()).With(("logotyp", "/bilder/logotyp.png")));

        Assert.Equal(File + "logo: /bilder/logotyp.png\r\n", Stored);
    }

    [Fact]
    public async Task Links_of_the_menu_are_added_removed_and_moved_up_without_a_script()
    {
        await _site.UploadAsync(Name, File);

        var moved = await SaveAsync((await FieldsAsync()).With(("titel", "Kustbladet"), ("knapp", "upp-2")));
        Assert.Equal(HttpStatusCode.OK, moved.Status);
        Assert.Equal(File, Stored);
        var fields = EditorForm.FieldsOf(moved.Page);
        Assert.Equal(
            ("Kustbladet", "Sök", "Om"), (fields["titel"], fields["menytext-1"], fields["menytext-2"]));

        await SaveAsync(fields.With(
            ("menytext-2", ""), ("menyadress-2", ""), ("menytext-3", "Kontakt"), ("menyadress-3", "/kontakt/")));
        Assert.Contains(
            "menu:\r\n  - text: Sök\r\n    url: /sok/\r\n  - text: Kontakt\r\n    url: /kontakt/\r\ncolours:",
            Stored,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_and_editors_see_the_settings_and_cannot_change_them()
    {
        await _site.UploadAsync(Name, File);
        foreach (var role in new[] { DeskRole.Reader, DeskRole.Editor })
        {
            var page = await As(role).PageAsync(Page);

            Assert.Equal("Lysekilsbladet", ((IHtmlInputElement)page.GetElementById("titel")!).Value);
            Assert.True(((IHtmlFieldSetElement)page.QuerySelector("form > fieldset")!).IsDisabled);
            Assert.Empty(page.QuerySelectorAll("form button, input[type=hidden]"));
            Assert.Contains("ändras av en utgivare", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_says_beforehand_that_every_page_is_written_again()
    {
        var page = await As(DeskRole.Publisher).PageAsync(Page);

        var save = page.QuerySelector("button.first")!;
        Assert.Contains(
            "alla sidor", page.GetElementById(save.GetAttribute("aria-describedby")!)!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_the_form_cannot_change_are_left_to_the_whole_file()
    {
        await _site.UploadAsync(Name, "title: [\n");
        var broken = await As(DeskRole.Publisher).PageAsync(Page);
        Assert.Null(broken.QuerySelector("#titel"));
        Assert.NotNull(broken.QuerySelector("a[href='/desk/skriv/site.yaml']"));

        await _site.UploadAsync(Name, "title: &t Bladet\ndescription:\n  sv: x\nmenu: [A]\n");
        var page = await As(DeskRole.Publisher).PageAsync(Page);
        Assert.True(((IHtmlTextAreaElement)page.GetElementById("beskrivning")!).IsDisabled);
        Assert.True(((IHtmlFieldSetElement)page.QuerySelector("fieldset.menu")!).IsDisabled);
    }

    private string Stored => Encoding.UTF8.GetString(_site.Site.Storage.Content.Find(Name)!.Content.Span);

    private DeskBrowser As(DeskRole role) => _site.As(role);

    private async Task<Dictionary<string, string>> FieldsAsync() =>
        EditorForm.FieldsOf(await As(DeskRole.Publisher).PageAsync(Page));

    private Task<DeskAnswer> SaveAsync(Dictionary<string, string> fields) =>
        As(DeskRole.Publisher).PostAsync(Page, fields);
}
