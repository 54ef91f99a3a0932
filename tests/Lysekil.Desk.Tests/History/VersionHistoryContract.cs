using System.Text;
using Lysekil.Desk.Audit;
using Lysekil.Desk.History;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Desk.Tests.History;

/// <summary>What every history does.</summary>
public abstract class VersionHistoryContract
{
    private static readonly SourcePath Path = new(Some.Path);
    private static readonly DeskAccount Anna = new("1", "anna@lysekil.example", DeskRole.Publisher);

    private protected FakeTimeProvider Clock { get; } = new(Some.Now);

    private protected abstract IVersionHistory History { get; }

    /// <summary>The storage whose container <c>content</c> has the versions.</summary>
    private protected abstract SiteStorage Site { get; }

    private SourceStore Store => new(Site, History, new DeletedFiles(Site, Clock), new AuditLog(Site), Clock);

    [Fact]
    public async Task A_file_that_never_was_has_no_versions() => Assert.Empty(await ListAsync(Path));

    [Fact]
    public async Task Versions_are_listed_newest_first_with_their_accounts_and_each_can_be_read()
    {
        var first = await SaveAsync(Path, "Ett", null);
        var second = await SaveAsync(Path, "Två", first, Anna with { Name = "bo@lysekil.example" });
        await SaveAsync(Path, "Tre", second);

        var versions = await ListAsync(Path);

        Assert.Equal(["Tre", "Två", "Ett"], await TextsAsync(versions));
        Assert.Equal(
            ["anna@lysekil.example", "bo@lysekil.example", "anna@lysekil.example"], versions.Select(v => v.Account));
        Assert.Equal(versions.OrderByDescending(v => v.Saved), versions);
        Assert.Equal([second, first], versions.Skip(1).Select(v => v.ETag!.Value));
        Assert.Equal(3, versions.DistinctBy(v => v.Id).Count());
    }

    [Fact]
    public async Task The_oldest_are_left_out_of_a_short_list()
    {
        await SaveAsync(Path, "Två", await SaveAsync(Path, "Ett", null));

        Assert.Equal(["Två"], await TextsAsync(await History.ListAsync(Path, 1, default)));
    }

    [Fact]
    public async Task A_text_that_returns_is_a_version_of_its_own()
    {
        await SaveAsync(Path, "Ett", await SaveAsync(Path, "Två", await SaveAsync(Path, "Ett", null)));

        var versions = await ListAsync(Path);

        Assert.Equal(["Ett", "Två", "Ett"], await TextsAsync(versions));
        Assert.Equal(3, versions.DistinctBy(v => v.Id).Count());
    }

    [Fact]
    public async Task Files_whose_names_begin_alike_have_histories_of_their_own()
    {
        var longer = new SourcePath(Path.Value + ".md");
        await SaveAsync(longer, "Den andra", null);
        await SaveAsync(Path, "Den ena", null);

        Assert.Equal(["Den ena"], await TextsAsync(await ListAsync(Path)));
        Assert.Single(await ListAsync(longer));
    }

    [Fact]
    public async Task A_version_that_was_uploaded_past_the_desk_is_there_once_the_desk_has_replaced_it()
    {
        using var bytes = new MemoryStream("Uppladdad"u8.ToArray());
        var uploaded = await Site.Content.WriteAsync(
            Path.Value, bytes, new BlobHeaders("text/markdown"), expected: null, default);
        await SaveAsync(Path, "Sparad", uploaded);

        var versions = await ListAsync(Path);

        Assert.Equal(["Sparad", "Uppladdad"], await TextsAsync(versions));
        Assert.Equal(["anna@lysekil.example", null], versions.Select(v => v.Account));
    }

    [Fact]
    public async Task The_versions_of_a_deleted_file_stay()
    {
        var saved = await SaveAsync(Path, "Ett", null);
        await Store.DeleteAsync(Path, saved, Anna, AuditAction.Deleted, default);

        Assert.Equal(["Ett"], await TextsAsync(await ListAsync(Path)));
    }

    [Fact]
    public async Task Files_without_text_that_are_gone_are_listed_however_they_went()
    {
        var (here, past) = (new SourcePath("bilder/fyren.png"), new SourcePath("bilder/hamnen.png"));
        var byDesk = await SaveAsync(here, "En fyr", null);
        var elsewhere = await SaveAsync(past, "En hamn", null);
        await SaveAsync(new SourcePath("bilder/kajen.png"), "En kaj", null);
        var text = await SaveAsync(Path, "Ett", null);
        Assert.Empty(await GoneAsync());

        await Store.DeleteAsync(here, byDesk, Anna, AuditAction.Deleted, default);
        await Site.Content.DeleteAsync(past.Value, elsewhere, default);
        await Site.Content.DeleteAsync(Path.Value, text, default);
        Assert.Equal([here, past], await GoneAsync());
        Assert.Equal("En hamn", await TextAsync(past, Assert.Single(await ListAsync(past))));

        await SaveAsync(past, "En hamn", null);
        Assert.Equal([here], await GoneAsync());
    }

    [Fact]
    public async Task Slices_of_files_that_are_gone_follow_each_other_without_a_gap_or_a_file_twice()
    {
        for (var number = 0; number < 120; number++)
        {
            var path = new SourcePath(FormattableString.Invariant($"bilder/{number:000}.png"));
            var saved = await SaveAsync(path, "x", null);
            if (number % 2 == 0)
            {
                await Site.Content.DeleteAsync(path.Value, saved, default);
            }
        }

        var gone = await GoneAsync();

        Assert.Equal((60, 60), (gone.Count, gone.Distinct().Count()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("finns-inte")]
    [InlineData("../../nycklar/a.xml")]
    [InlineData("2026-01-01T00:00:00.0000000Z")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_no_version_has_no_content(string id)
    {
        await SaveAsync(Path, "Ett", null);

        Assert.Null(await History.ReadAsync(Path, id, default));
    }

    private Task<IReadOnlyList<FileVersion>> ListAsync(SourcePath path) => History.ListAsync(path, 100, default);

    /// <summary>All files that are gone, by name.</summary>
    private async Task<IReadOnlyList<SourcePath>> GoneAsync()
    {
        var (files, next) = (new List<SourcePath>(), default(string));
        do
        {
            (var some, next) = await History.ListGoneAsync(next, default);
            files.AddRange(some);
        }
        while (next is not null);
        return [.. files.Order()];
    }

    private async Task<string> TextAsync(SourcePath path, FileVersion version) =>
        Encoding.UTF8.GetString((await History.ReadAsync(path, version.Id, default))!);

    private async Task<ETag> SaveAsync(SourcePath path, string text, ETag? expected, DeskAccount? account = null)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var outcome = await Store.SaveAsync(
            path, Encoding.UTF8.GetBytes(text), expected, account ?? Anna, AuditAction.Saved, default);
        return Assert.IsType<SaveOutcome.Saved>(outcome).ETag!.Value;
    }

    private async Task<IReadOnlyList<string>> TextsAsync(IEnumerable<FileVersion> versions)
    {
        var texts = new List<string>();
        foreach (var version in versions)
        {
            texts.Add(Encoding.UTF8.GetString((await History.ReadAsync(Path, version.Id, default))!));
        }

        return texts;
    }
}
