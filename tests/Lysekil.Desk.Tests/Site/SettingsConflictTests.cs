using System.Net;
using System.Text;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;

namespace Lysekil.Desk.Tests.Site;

public sealed class SettingsConflictTests : IAsyncLifetime
{
    private const string Page = "/desk/installningar";
    private const string Name = "site.yaml";
    private const string Anna = "anna@lysekil.example";
    private const string Bo = "bo@lysekil.example";

    private DeskSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await DeskSite.StartAsync();
        await _site.UploadAsync(Name, "title: Bladet\ndescription: Gammal\n");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_second_to_save_sees_the_first_ones_version_with_the_own_changes_and_loses_neither()
    {
        var (anna, bo) = (await OpenAsync(Anna), await OpenAsync(Bo));

        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(Anna, anna.With(("titel", "Kustbladet")))).Status);
        var conflict = await SaveAsync(Bo, bo.With(("beskrivning", "Ny")));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("title: Kustbladet\ndescription: Gammal\n", Stored);
        var other = conflict.Page.QuerySelector(".other")!;
        Assert.Contains("Kustbladet", other.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Anna, other.TextContent, StringComparison.Ordinal);
        var mine = EditorForm.FieldsOf(conflict.Page);
        Assert.Equal(("Kustbladet", "Ny"), (mine["titel"], mine["beskrivning"]));

        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(Bo, mine)).Status);
        Assert.Equal("title: Kustbladet\ndescription: Ny\n", Stored);
    }

    [Fact]
    public async Task Of_two_changes_of_one_field_the_second_is_in_the_form_and_the_first_beside_it()
    {
        var (anna, bo) = (await OpenAsync(Anna), await OpenAsync(Bo));

        await SaveAsync(Anna, anna.With(("titel", "Annas")));
        var conflict = await SaveAsync(Bo, bo.With(("titel", "Bos")));

        Assert.Equal("Bos", EditorForm.FieldsOf(conflict.Page)["titel"]);
        Assert.Contains(
            "Annas", conflict.Page.GetElementById("annan-text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_were_broken_meanwhile_are_shown_and_the_own_changes_kept()
    {
        var bo = await OpenAsync(Bo);
        _site.Site.Upload(Name, "title: [\n");

        var conflict = await SaveAsync(Bo, bo.With(("titel", "Bos")));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("title: [", conflict.Page.GetElementById("annan-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(Bo, EditorForm.FieldsOf(conflict.Page))).Status);
        Assert.Equal("title: Bos\ndescription: Gammal\n", Stored);
    }

    [Fact]
    public async Task A_file_that_was_deleted_meanwhile_comes_back_only_when_it_is_saved_again()
    {
        var bo = await OpenAsync(Bo);
        _site.Site.Delete(Name);

        var conflict = await SaveAsync(Bo, bo.With(("titel", "Bos")));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Null(_site.Site.Storage.Content.Find(Name));
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(Bo, EditorForm.FieldsOf(conflict.Page))).Status);
        Assert.Equal("title: Bos\ndescription: Gammal\n", Stored);
    }

    [Theory]
    [InlineData("etag=x&grund=@@@&titel=x")]
    [InlineData("etag=x&titel=x&grund=dGl0bGU6IFs=")]
    public async Task A_form_that_the_page_did_not_make_is_told_so(string form)
    {
        var fields = form.Split('&').Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1]);

        Assert.Equal(HttpStatusCode.BadRequest, (await SaveAsync(Bo, fields)).Status);
        Assert.Equal("title: Bladet\ndescription: Gammal\n", Stored);
    }

    private string Stored => Encoding.UTF8.GetString(_site.Site.Storage.Content.Find(Name)!.Content.Span);

    private async Task<Dictionary<string, string>> OpenAsync(string account) =>
        EditorForm.FieldsOf(await _site.As(DeskRole.Publisher, account).PageAsync(Page));

    private Task<DeskAnswer> SaveAsync(string account, Dictionary<string, string> fields) =>
        _site.As(DeskRole.Publisher, account).PostAsync(Page, fields);
}
