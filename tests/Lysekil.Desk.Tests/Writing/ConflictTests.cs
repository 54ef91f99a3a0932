using System.Net;
using System.Text;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Tests;

namespace Lysekil.Desk.Tests.Writing;

public sealed class ConflictTests : IAsyncLifetime
{
    private const string Page = "/desk/skriv/" + Some.Path;
    private const string Anna = "anna@lysekil.example";
    private const string Bo = "bo@lysekil.example";

    private DeskSite _site = null!;

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_second_to_save_sees_both_versions_and_saves_on_top_of_the_first()
    {
        await _site.UploadAsync(Some.Path, Some.Article());
        var (anna, bo) = (await OpenAsync(Anna), await OpenAsync(Bo));

        var first = await SaveAsync(Anna, anna.With(("text", "# Kajen\n\nAnnas ord.")));
        Assert.Equal(HttpStatusCode.Found, first.Status);
        var conflict = await SaveAsync(Bo, bo.With(("text", "# Kajen\n\nBos ord.")));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var other = conflict.Page.QuerySelector(".other")!;
        Assert.Contains("Annas ord.", other.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Anna, other.TextContent, StringComparison.Ordinal);
        var mine = EditorForm.FieldsOf(conflict.Page);
        Assert.Contains("Bos ord.", mine["text"], StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(Bo, mine)).Status);
        Assert.Contains("Bos ord.", Stored, StringComparison.Ordinal);
        Assert.Contains(await KeptAsync(), text => text.Contains("Annas ord.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_editor_sees_that_another_writes_in_the_same_file_until_that_one_saves_or_stops()
    {
        await _site.UploadAsync(Some.Path, Some.Article());
        var bo = (await OpenAsync(Bo)).With(("text", "# Kajen\n\nBos ord."), ("sokvag", Some.Path));
        Assert.Equal("", await OthersAsync());

        await _site.As(DeskRole.Publisher, Bo).PostAsync("/desk/forhandsvisa", bo);
        Assert.Equal($"{Bo} skriver också i den här filen just nu.", await OthersAsync());
        var typed = await _site.As(DeskRole.Publisher, Anna).PostAsync("/desk/forhandsvisa", bo);
        Assert.Contains(Bo, typed.Text, StringComparison.Ordinal);

        await SaveAsync(Bo, bo);
        Assert.Equal("", await OthersAsync());
        await _site.As(DeskRole.Publisher, Bo).PostAsync("/desk/forhandsvisa", bo);
        _site.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("", await OthersAsync());
    }

    [Fact]
    public async Task A_file_that_was_deleted_meanwhile_comes_back_only_when_it_is_saved_again()
    {
        await _site.UploadAsync(Some.Path, Some.Article());
        var bo = (await OpenAsync(Bo)).With(("text", "# Kajen\n\nBos ord."));
        _site.Site.Delete(Some.Path);

        var conflict = await SaveAsync(Bo, bo);

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Null(_site.Site.Storage.Content.Find(Some.Path));
        Assert.Equal(HttpStatusCode.Found, (await SaveAsync(Bo, EditorForm.FieldsOf(conflict.Page))).Status);
        Assert.Contains("Bos ord.", Stored, StringComparison.Ordinal);
    }

    /// <summary>
    /// Each is a shuffle of what two editors do: open, write, save, and save again after a conflict. There are 10, and
    /// 50 in a long run.
    /// </summary>
    [Fact]
    public async Task In_random_interleavings_no_saved_text_is_lost_and_each_version_is_in_the_history()
    {
        var (saved, conflicts) = (0, 0);
        var count = LongRun.IsOn ? 50 : 10;
        for (var seed = 0; seed < count; seed++)
        {
            await using var site = await DeskSite.StartAsync();
            var told = await new TwoEditors(site, new Random(seed)).RunAsync();
            var kept = await KeptAsync(site);

            Assert.All(told.Saved, text => Assert.Contains(text, kept));
            Assert.Equal(told.Saved[^1], Encoding.UTF8.GetString(Blob(site)));
            Assert.True(told.Saved.Count >= 4, $"Seed {seed} saved {told.Saved.Count} times.");
            saved += told.Saved.Count;
            conflicts += told.Conflicts;
        }

        Assert.True(conflicts > count / 2, $"There were {conflicts} conflicts and {saved} saves.");
    }

    private string Stored => Encoding.UTF8.GetString(Blob(_site));

    private static ReadOnlySpan<byte> Blob(DeskSite site) => site.Site.Storage.Content.Find(Some.Path)!.Content.Span;

    private async Task<Dictionary<string, string>> OpenAsync(string account) =>
        EditorForm.FieldsOf(await _site.As(DeskRole.Publisher, account).PageAsync(Page));

    private Task<DeskAnswer> SaveAsync(string account, Dictionary<string, string> fields) =>
        _site.As(DeskRole.Publisher, account).PostAsync(Page, fields);

    private async Task<string> OthersAsync() =>
        (await _site.As(DeskRole.Publisher, Anna).PageAsync(Page)).QuerySelector("#others")!.TextContent;

    private Task<List<string>> KeptAsync() => KeptAsync(_site);

    private static async Task<List<string>> KeptAsync(DeskSite site)
    {
        var kept = new List<string>();
        foreach (var version in await site.History.ListAsync(new SourcePath(Some.Path), 100, default))
        {
            kept.Add(Encoding.UTF8.GetString(
                (await site.History.ReadAsync(new SourcePath(Some.Path), version.Id, default))!));
        }

        return kept;
    }
}
