using System.Net;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;

namespace Lysekil.Desk.Tests.Site;

/// <summary>Other services and the postal address in the form of the site's settings.</summary>
public sealed class SocialRowsTests() : SettingsFormTests(File)
{
    private const string File = "title: Bladet\r\n"
        + "social: # följ oss\r\n  Mastodon:  https://social.example/@bladet # ny\r\n"
        + "contact:\r\n  email: red@lysekil.example # läses varje dag\r\negen: kvar\r\n";

    [Fact]
    public async Task Services_are_changed_added_and_removed_without_a_script_and_every_other_byte_stays()
    {
        var fields = await OpenAsync();
        Assert.Equal(
            ("Mastodon", "https://social.example/@bladet"), (fields["tjanst-1"], fields["tjanstadress-1"]));

        await SaveAsync(fields.With(("tjanstadress-1", "https://annan.example/@b"), ("tjanst-2", "Bilder & film"),
            ("tjanstadress-2", "https://film.example/bladet")));
        var changed = File
            .Replace("https://social.example/@bladet", "'https://annan.example/@b'", StringComparison.Ordinal)
            .Replace(
                "# ny\r\n", "# ny\r\n  'Bilder & film': 'https://film.example/bladet'\r\n", StringComparison.Ordinal);
        Assert.Equal(changed, Stored);

        await SaveAsync((await OpenAsync()).With(("tjanst-2", ""), ("tjanstadress-2", "")));
        await SaveAsync((await OpenAsync()).With(("tjanst-1", ""), ("tjanstadress-1", "")));
        Assert.Equal(File.Remove(15, File.IndexOf("contact", StringComparison.Ordinal) - 15), Stored);
    }

    [Fact]
    public async Task A_service_and_an_address_that_are_saved_stand_on_every_page()
    {
        await SaveAsync((await OpenAsync()).With(
            ("tjanst-2", "Film"),
            ("tjanstadress-2", "https://film.example/bladet"),
            ("postadress", "Torget 1, 450 00 Lysekil")));
        Assert.Contains(
            "# läses varje dag\r\n  address: 'Torget 1, 450 00 Lysekil'\r\negen: kvar\r\n",
            Stored,
            StringComparison.Ordinal);
        Desk.Site.Announce(Name);
        await Desk.Site.SettleAsync();

        var front = Desk.Site.Pages["index.html"];
        Assert.Contains("href=\"https://film.example/bladet\"", front, StringComparison.Ordinal);
        Assert.Contains("Torget 1, 450 00 Lysekil", front, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Film", "film.example", "https://social.exempel.se/@red")]
    [InlineData("Film", "http://film.example/", "https://social.exempel.se/@red")]
    [InlineData("Film", "", "https://social.exempel.se/@red")]
    [InlineData("", "https://film.example/", "https://social.exempel.se/@red")]
    public async Task A_service_that_cannot_be_used_is_told_at_its_row_and_stores_nothing(
        string service, string address, string told)
    {
        var answer = await SaveAsync(
            (await OpenAsync()).With(("tjanst-2", service), ("tjanstadress-2", address), ("beskrivning", "Mina ord.")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(File, Stored);
        var fields = EditorForm.FieldsOf(answer.Page);
        Assert.Equal(
            (service, address, "Mina ord."), (fields["tjanst-2"], fields["tjanstadress-2"], fields["beskrivning"]));
        Assert.True(answer.Page.GetElementById("sociala-medier")!.HasAttribute("open"));
        Assert.False(answer.Page.GetElementById("omdirigeringar")!.HasAttribute("open"));
        var input = answer.Page.GetElementById("tjanstadress-2")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var remark = answer.Page.GetElementById(input.GetAttribute("aria-describedby")!)!;
        Assert.Contains(told, remark.TextContent, StringComparison.Ordinal);
        var mended = fields.With(("tjanst-2", "Film"), ("tjanstadress-2", "https://film.example/"));
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(mended)).Status);
    }

    [Fact]
    public async Task An_eleventh_service_is_told_at_its_row()
    {
        var ten = string.Concat(Enumerable.Range(1, 10).Select(n => $"  T{n}: https://t.example/{n}\n"));
        await Desk.UploadAsync(Name, $"title: Bladet\nsocial:\n{ten}");

        var answer = await SaveAsync(
            (await OpenAsync()).With(("tjanst-11", "T11"), ("tjanstadress-11", "https://t.example/11")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(
            "högst 10 tjänster",
            answer.Page.GetElementById("sociala-medier-fel-11")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_told_at_its_field()
    {
        var answer = await SaveAsync((await OpenAsync()).With(("postadress", new string('x', 201))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(
            "högst 200 tecken", answer.Page.GetElementById("postadress-fel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(File, Stored);
    }

    [Fact]
    public async Task Services_that_the_form_cannot_change_are_left_to_the_whole_file()
    {
        const string Other = "title: Bladet\nsocial: [https://t.example/]\n";
        await Desk.UploadAsync(Name, Other);

        var page = await Desk.As(DeskRole.Publisher).PageAsync(Page);
        await SaveAsync(EditorForm.FieldsOf(page).With(("titel", "Kustbladet")));

        Assert.True(((IHtmlFieldSetElement)page.QuerySelector("#sociala-medier fieldset")!).IsDisabled);
        Assert.NotNull(page.GetElementById("sociala-medier-fel"));
        Assert.Equal(Other.Replace("Bladet", "Kustbladet", StringComparison.Ordinal), Stored);
    }

    [Fact]
    public async Task The_second_to_save_keeps_the_own_services_and_the_first_ones_redirects()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());
        await SaveAsync(first.With(("fran-1", "/gammal/"), ("till-1", "/ny/")));

        var conflict = await SaveAsync(second.With(("tjanst-1", "Fediversum")));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var mine = EditorForm.FieldsOf(conflict.Page);
        Assert.Equal(("Fediversum", "/gammal/"), (mine["tjanst-1"], mine["fran-1"]));
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(mine)).Status);
        Assert.Equal(
            File.Replace("Mastodon", "Fediversum", StringComparison.Ordinal) + "redirects:\r\n  /gammal/: /ny/\r\n",
            Stored);
    }
}
