using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;

namespace Lysekil.Desk.Tests.Site;

/// <summary>The redirects in the form of the site's settings.</summary>
public sealed class RedirectRowsTests : IAsyncLifetime
{
    private const string Page = "/desk/installningar";
    private const string Name = "site.yaml";
    private const string Anna = "anna@lysekil.example";
    private const string Bo = "bo@lysekil.example";

    private const string File = "title: Bladet\r\nredirects: # flyttade\r\n  /gammal/: \"/ny/\" # 2025\r\n"
        + "  /kontakt/: https://www.lysekil.example/kontakt\r\n";

    private DeskSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await DeskSite.StartAsync();
        await _site.UploadAsync(Name, File);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Redirects_are_changed_added_and_removed_without_a_script_and_every_other_byte_stays()
    {
        var fields = await OpenAsync(Anna);
        Assert.Equal(("/gammal/", "/ny/"), (fields["fran-1"], fields["till-1"]));

        await SaveAsync(Anna, fields.With(("till-1", "/nyare/"), ("fran-3", "/tredje/"), ("till-3", "/ny/")));
        Assert.Equal(
            File.Replace("\"/ny/\"", "/nyare/", StringComparison.Ordinal) + "  /tredje/: /ny/\r\n", Stored);

        await SaveAsync(Anna, (await OpenAsync(Anna)).With(("fran-1", ""), ("till-1", "")));
        Assert.Equal(
            File.Replace("  /gammal/: \"/ny/\" # 2025\r\n", "", StringComparison.Ordinal) + "  /tredje/: /ny/\r\n",
            Stored);
    }

    [Fact]
    public async Task A_site_without_redirects_has_empty_rows_and_gets_none_by_another_change()
    {
        await _site.UploadAsync(Name, "title: Bladet\n");
        var fields = await OpenAsync(Anna);
        Assert.Equal(("", ""), (fields["fran-1"], fields["till-1"]));

        await SaveAsync(Anna, fields.With(("titel", "Kustbladet")));
        Assert.Equal("title: Kustbladet\n", Stored);

        await SaveAsync(Anna, (await OpenAsync(Anna)).With(("fran-2", " /gammal/ "), ("till-2", "/ny/")));
        Assert.Equal("title: Kustbladet\nredirects:\n  /gammal/: /ny/\n", Stored);
    }

    [Fact]
    public async Task The_rows_are_folded_away_until_something_is_wrong_or_unsaved()
    {
        var page = await _site.As(DeskRole.Publisher).PageAsync(Page);
        var moved = await SaveAsync(Anna, EditorForm.FieldsOf(page).With(("till-1", "/nyare/"), ("knapp", "upp-2")));

        Assert.Equal("Omdirigeringar (2)", page.QuerySelector("#omdirigeringar summary")!.TextContent);
        Assert.True(moved.Page.GetElementById("omdirigeringar")!.HasAttribute("open"));
        Assert.Equal("/nyare/", EditorForm.FieldsOf(moved.Page)["till-1"]);
        Assert.Equal(File, Stored);
    }

    [Fact]
    public async Task The_second_to_save_keeps_the_own_redirects_and_the_first_ones_title()
    {
        var (anna, bo) = (await OpenAsync(Anna), await OpenAsync(Bo));
        await SaveAsync(Anna, anna.With(("titel", "Kustbladet")));

        var conflict = await SaveAsync(Bo, bo.With(("till-1", "/bos/")));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var mine = EditorForm.FieldsOf(conflict.Page);
        Assert.Equal(("Kustbladet", "/bos/"), (mine["titel"], mine["till-1"]));
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(Bo, mine)).Status);
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
        await _site.UploadAsync(Name, file);

        var page = await _site.As(DeskRole.Publisher).PageAsync(Page);
        var rows = (IHtmlFieldSetElement)page.QuerySelector("#omdirigeringar fieldset")!;
        await SaveAsync(Anna, EditorForm.FieldsOf(page).With(("titel", "Kustbladet")));

        Assert.True(rows.IsDisabled);
        Assert.Contains(told, rows.TextContent, StringComparison.Ordinal);
        Assert.Equal(file.Replace("Bladet", "Kustbladet", StringComparison.Ordinal), Stored);
    }

    [Fact]
    public async Task A_text_that_is_taken_down_leads_to_a_row_with_its_address()
    {
        await _site.UploadAsync(Some.Path, Some.Article());
        var url = "/desk/atgard/avpublicera/" + Some.Path;
        var publisher = _site.As(DeskRole.Publisher);
        var fields = EditorForm.FieldsOf(await publisher.PageAsync(url), "form[method=post]");

        var done = await publisher.PageAsync((await publisher.PostAsync(url, fields)).Headers["Location"]);
        var page = await publisher.PageAsync(done.QuerySelector(".hint a")!.GetAttribute("href")!);

        Assert.True(page.GetElementById("omdirigeringar")!.HasAttribute("open"));
        var row = EditorForm.FieldsOf(page);
        Assert.Equal(("/2026/05/kajen/", ""), (row["fran-3"], row["till-3"]));
        Assert.Equal(File, Stored);
        await SaveAsync(Anna, row.With(("till-3", "/ny/")));
        Assert.Equal(File + "  /2026/05/kajen/: /ny/\r\n", Stored);
    }

    [Theory]
    [InlineData("?fran=/gammal/")]
    [InlineData("?fran=javascript:alert(1)")]
    [InlineData("?fran=")]
    public async Task An_address_that_has_a_row_or_is_none_gets_none(string query)
    {
        var page = await _site.As(DeskRole.Publisher).PageAsync(Page + query);

        Assert.Equal("", EditorForm.FieldsOf(page)["fran-3"]);
    }

    [Fact]
    public async Task A_draft_that_is_deleted_leaves_no_address_to_lead_on()
    {
        await _site.UploadAsync(Some.Path, Some.ArticleWith("draft: true"));
        var url = "/desk/atgard/radera/" + Some.Path;
        var publisher = _site.As(DeskRole.Publisher);
        var fields = EditorForm.FieldsOf(await publisher.PageAsync(url), "form[method=post]");

        var done = await publisher.PageAsync((await publisher.PostAsync(url, fields)).Headers["Location"]);

        Assert.Empty(done.QuerySelectorAll(".hint"));
    }

    [Fact]
    public async Task A_reader_sees_the_redirects_and_no_empty_rows()
    {
        var page = await _site.As(DeskRole.Reader).PageAsync(Page);

        Assert.Equal(2, page.QuerySelectorAll("#omdirigeringar li").Length);
    }

    private string Stored => Encoding.UTF8.GetString(_site.Site.Storage.Content.Find(Name)!.Content.Span);

    private async Task<Dictionary<string, string>> OpenAsync(string account) =>
        EditorForm.FieldsOf(await _site.As(DeskRole.Publisher, account).PageAsync(Page));

    private Task<DeskAnswer> SaveAsync(string account, Dictionary<string, string> fields) =>
        _site.As(DeskRole.Publisher, account).PostAsync(Page, fields);
}
