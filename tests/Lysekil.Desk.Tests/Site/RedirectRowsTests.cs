using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;

namespace Lysekil.Desk.Tests.Site;

/// <summary>The redirects in the form of the site's settings.</summary>
public sealed class RedirectRowsTests() : SettingsFormTests(File)
{
    private const string Bo = "bo@lysekil.example";

    private const string File = "title: Bladet\r\nredirects: # flyttade\r\n  /gammal/: \"/ny/\" # 2025\r\n"
        + "  /kontakt/: https://www.lysekil.example/kontakt\r\n";

    [Fact]
    public async Task Redirects_are_changed_added_and_removed_without_a_script_and_every_other_byte_stays()
    {
        var fields = await OpenAsync();
        Assert.Equal(("/gammal/", "/ny/"), (fields["fran-1"], fields["till-1"]));

        await SaveAsync(fields.With(("till-1", "/nyare/"), ("fran-3", "/tredje/"), ("till-3", "/ny/")));
        Assert.Equal(
            File.Replace("\"/ny/\"", "/nyare/", StringComparison.Ordinal) + "  /tredje/: /ny/\r\n", Stored);

        await SaveAsync((await OpenAsync()).With(("fran-1", ""), ("till-1", "")));
        Assert.Equal(
            File.Replace("  /gammal/: \"/ny/\" # 2025\r\n", "", StringComparison.Ordinal) + "  /tredje/: /ny/\r\n",
            Stored);
    }

    [Fact]
    public async Task A_site_without_redirects_has_empty_rows_and_gets_none_by_another_change()
    {
        await Desk.UploadAsync(Name, "title: Bladet\n");
        var fields = await OpenAsync();
        Assert.Equal(("", ""), (fields["fran-1"], fields["till-1"]));

        await SaveAsync(fields.With(("titel", "Kustbladet")));
        Assert.Equal("title: Kustbladet\n", Stored);

        await SaveAsync((await OpenAsync()).With(("fran-2", " /gammal/ "), ("till-2", "/ny/")));
        Assert.Equal("title: Kustbladet\nredirects:\n  /gammal/: /ny/\n", Stored);
    }

    [Fact]
    public async Task The_rows_are_folded_away_until_something_is_wrong_or_unsaved()
    {
        var page = await Desk.As(DeskRole.Publisher).PageAsync(Page);
        var moved = await SaveAsync(EditorForm.FieldsOf(page).With(("till-1", "/nyare/"), ("knapp", "upp-2")));

        Assert.False(page.GetElementById("omdirigeringar")!.HasAttribute("open"));
        Assert.Equal("Omdirigeringar (2)", page.QuerySelector("#omdirigeringar summary")!.TextContent);
        Assert.True(moved.Page.GetElementById("omdirigeringar")!.HasAttribute("open"));
        Assert.Equal("/nyare/", EditorForm.FieldsOf(moved.Page)["till-1"]);
        Assert.Equal(File, Stored);
    }

    /// <summary>A redirect that the site could not use, and what is told beside its row.</summary>
    public static TheoryData<string, string, string> Unusable => new()
    {
        { "gammal", "/ny/", "så som den står efter webbplatsens namn" },
        { "/sok/?q=x", "/ny/", "utan ? och #" },
        { "", "/ny/", "så som den står efter webbplatsens namn" },
        { "/nyhetsarkiv/", "/ny/", "en sida som den gör själv" },
        { "/gammal/", "/annan/", "leds om redan" },
        { "/ett/", "", "inte vart den leder" },
        { "/ett/", "javascript:alert(1)", "ingen adress att leda till" },
        { "/ny/", "/gammal/", "tillbaka till sig själv" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task A_redirect_that_cannot_be_used_is_told_at_its_row_and_stores_nothing(
        string from, string to, string told)
    {
        var answer = await SaveAsync(
            (await OpenAsync()).With(("fran-3", from), ("till-3", to), ("beskrivning", "Mina ord.")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(File, Stored);
        var fields = EditorForm.FieldsOf(answer.Page);
        Assert.Equal((from, to, "Mina ord."), (fields["fran-3"], fields["till-3"], fields["beskrivning"]));
        Assert.True(answer.Page.GetElementById("omdirigeringar")!.HasAttribute("open"));
        var input = answer.Page.GetElementById("fran-3")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var remark = answer.Page.GetElementById(input.GetAttribute("aria-describedby")!)!;
        Assert.Contains(told, remark.TextContent, StringComparison.Ordinal);
        var mended = fields.With(("fran-3", "/ett/"), ("till-3", "/ny/"));
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(mended)).Status);
    }

    [Fact]
    public async Task A_redirect_that_is_left_out_does_not_keep_another_from_being_saved()
    {
        await Desk.UploadAsync(Name, File + "  /sok/: /ny/\r\n");
        var page = await Desk.As(DeskRole.Publisher).PageAsync(Page);
        Assert.NotNull(page.GetElementById("omdirigeringar-fel-3"));
        Assert.Null(page.GetElementById("omdirigeringar-fel-1"));

        var answer = await SaveAsync(EditorForm.FieldsOf(page).With(("till-1", "/nyare/")));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Contains("/gammal/: /nyare/", Stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_that_is_saved_leads_on()
    {
        await SaveAsync((await OpenAsync()).With(("fran-3", "/tredje/"), ("till-3", "/ny/")));
        Desk.Site.Announce(Name);
        await Desk.Site.SettleAsync();

        Assert.Contains("/ny/", Desk.Site.Pages["tredje/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_to_save_keeps_the_own_redirects_and_the_first_ones_title()
    {
        var (anna, bo) = (await OpenAsync(), await OpenAsync(Bo));
        await SaveAsync(anna.With(("titel", "Kustbladet")));

        var conflict = await SaveAsync(bo.With(("till-1", "/bos/")), Bo);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var mine = EditorForm.FieldsOf(conflict.Page);
        Assert.Equal(("Kustbladet", "/bos/"), (mine["titel"], mine["till-1"]));
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(mine, Bo)).Status);
        Assert.Equal(
            File.Replace("Bladet", "Kustbladet", StringComparison.Ordinal)
                .Replace("\"/ny/\"", "/bos/", StringComparison.Ordinal),
            Stored);
    }

    [Theory]
    [InlineData("redirects: [/a/, /b/]\n", "Skrivna på ett sätt")]
    [InlineData(null, "Det är fler än 200")]
    public async Task Redirects_that_the_form_cannot_change_are_left_to_the_whole_file(string? written, string told)
    {
        var many = new StringBuilder("redirects:\n");
        for (var number = 0; number < 201; number++)
        {
            many.Append("  /").Append(number).Append("/: /ny/\n");
        }

        var file = "title: Bladet\n" + (written ?? many.ToString());
        await Desk.UploadAsync(Name, file);

        var page = await Desk.As(DeskRole.Publisher).PageAsync(Page);
        var rows = (IHtmlFieldSetElement)page.QuerySelector("#omdirigeringar fieldset")!;
        await SaveAsync(EditorForm.FieldsOf(page).With(("titel", "Kustbladet")));

        Assert.True(rows.IsDisabled);
        Assert.Contains(told, rows.TextContent, StringComparison.Ordinal);
        Assert.Equal(file.Replace("Bladet", "Kustbladet", StringComparison.Ordinal), Stored);
    }

    [Fact]
    public async Task A_text_that_is_taken_down_leads_to_a_row_with_its_address()
    {
        await Desk.UploadAsync(Some.Path, Some.Article());
        var url = "/desk/atgard/avpublicera/" + Some.Path;
        var publisher = Desk.As(DeskRole.Publisher);
        var fields = EditorForm.FieldsOf(await publisher.PageAsync(url), "form[method=post]");

        var done = await publisher.PageAsync((await publisher.PostAsync(url, fields)).Headers["Location"]);
        var page = await publisher.PageAsync(done.QuerySelector(".hint a")!.GetAttribute("href")!);

        Assert.True(page.GetElementById("omdirigeringar")!.HasAttribute("open"));
        var row = EditorForm.FieldsOf(page);
        Assert.Equal(("/2026/05/kajen/", ""), (row["fran-3"], row["till-3"]));
        Assert.Equal(File, Stored);
        await SaveAsync(row.With(("till-3", "/ny/")));
        Assert.Equal(File + "  /2026/05/kajen/: /ny/\r\n", Stored);
    }

    [Theory]
    [InlineData("?fran=/gammal/")]
    [InlineData("?fran=javascript:alert(1)")]
    [InlineData("?fran=")]
    public async Task An_address_that_has_a_row_or_is_none_gets_none(string query)
    {
        var page = await Desk.As(DeskRole.Publisher).PageAsync(Page + query);

        Assert.Equal("", EditorForm.FieldsOf(page)["fran-3"]);
    }

    [Fact]
    public async Task A_draft_that_is_deleted_leaves_no_address_to_lead_on()
    {
        await Desk.UploadAsync(Some.Path, Some.ArticleWith("draft: true"));
        var url = "/desk/atgard/radera/" + Some.Path;
        var publisher = Desk.As(DeskRole.Publisher);
        var fields = EditorForm.FieldsOf(await publisher.PageAsync(url), "form[method=post]");

        var done = await publisher.PageAsync((await publisher.PostAsync(url, fields)).Headers["Location"]);

        Assert.Empty(done.QuerySelectorAll(".hint"));
    }

    [Fact]
    public async Task A_reader_sees_the_redirects_and_no_empty_rows()
    {
        var page = await Desk.As(DeskRole.Reader).PageAsync(Page);

        Assert.Equal(2, page.QuerySelectorAll("#omdirigeringar li").Length);
    }
}
