using System.Text;
using Lysekil.Desk.Audit;
using Lysekil.Desk.History;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.History;

public sealed class SourceStoreTests
{
    private static readonly SourcePath Path = new(Some.Path);
    private static readonly DeskAccount Anna = new("1", "anna@lysekil.example", DeskRole.Publisher);
    private static readonly DeskAccount Bo = new("2", "bo@lysekil.example", DeskRole.Publisher);

    [Fact]
    public async Task A_new_file_is_saved_and_read_as_it_was_written()
    {
        await using var site = await DeskSite.StartAsync();

        var outcome = await SaveAsync(site, "Ett", expected: null, Anna);

        var stored = await site.Store.ReadAsync(Path, default);
        Assert.Equal(Assert.IsType<SaveOutcome.Saved>(outcome).ETag, stored!.ETag);
        Assert.Equal("Ett", Text(stored));
        Assert.Equal(
            "text/markdown; charset=utf-8", site.Site.Storage.Content.Find(Some.Path)!.Properties.Headers.ContentType);
    }

    [Fact]
    public async Task A_save_over_a_version_that_the_editor_has_not_seen_changes_nothing_and_shows_it()
    {
        await using var site = await DeskSite.StartAsync();
        var seen = await site.SaveAsync(Some.Path, "Ett");
        await SaveAsync(site, "Två av Anna", seen, Anna);

        var outcome = await SaveAsync(site, "Två av Bo", seen, Bo);

        Assert.Equal("Två av Anna", Text(Assert.IsType<SaveOutcome.Conflict>(outcome).Current!));
        Assert.Equal("Två av Anna", Text((await site.Store.ReadAsync(Path, default))!));
        Assert.DoesNotContain(await TextsAsync(site), text => text == "Två av Bo");
    }

    [Fact]
    public async Task A_save_that_is_repeated_since_its_answer_was_lost_counts_as_made()
    {
        await using var site = await DeskSite.StartAsync();
        var seen = await site.SaveAsync(Some.Path, "Ett");
        var first = await SaveAsync(site, "Två", seen, Anna);

        Assert.Equal(first, await SaveAsync(site, "Två", seen, Anna));
        Assert.Equal(["Två", "Ett"], await TextsAsync(site));
    }

    [Fact]
    public async Task A_save_that_broke_off_before_it_was_noted_is_noted_by_the_next_try()
    {
        var gate = new FailingGate { Fails = _ => false };
        await using var site = await DeskSite.StartAsync(gate: gate);
        var seen = await site.SaveAsync(Some.Path, "Ett");
        gate.Fails = call => call is { Service: StorageNames.Desk, Operation: StorageOperation.Write };
        await Assert.ThrowsAsync<IOException>(() => SaveAsync(site, "Två", seen, Anna));
        gate.Fails = _ => false;

        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(site, "Två", seen, Anna));
        Assert.Equal(["Två", "Ett"], await TextsAsync(site));
    }

    [Fact]
    public async Task A_save_that_was_never_noted_is_in_the_history_once_another_one_replaces_it()
    {
        var gate = new FailingGate { Fails = _ => false };
        await using var site = await DeskSite.StartAsync(gate: gate);
        var seen = await site.SaveAsync(Some.Path, "Ett");
        gate.Fails = call => call is { Service: StorageNames.Desk, Operation: StorageOperation.Write };
        await Assert.ThrowsAsync<IOException>(() => SaveAsync(site, "Två", seen, Anna));
        gate.Fails = _ => false;

        var current = await site.Store.ReadAsync(Path, default);
        await SaveAsync(site, "Tre", current!.ETag, Bo);

        Assert.Equal(["Tre", "Två", "Ett"], await TextsAsync(site));
    }

    [Fact]
    public async Task A_version_that_was_uploaded_past_the_desk_is_kept_when_it_is_replaced()
    {
        await using var site = await DeskSite.StartAsync();
        var seen = site.Site.Storage.Content.Put(Some.Path, "Uppladdad");

        await SaveAsync(site, "Sparad", seen, Anna);

        Assert.Equal(["Sparad", "Uppladdad"], await TextsAsync(site));
        Assert.Equal(
            ["anna@lysekil.example", null],
            (await site.History.ListAsync(Path, 10, default)).Select(v => v.Account));
    }

    [Fact]
    public async Task A_deleted_file_keeps_its_versions_and_comes_back()
    {
        await using var site = await DeskSite.StartAsync();
        var seen = await site.SaveAsync(Some.Path, "Ett");

        var outcome = await site.Store.DeleteAsync(Path, seen, Anna, AuditAction.Deleted, default);

        Assert.Equal(new SaveOutcome.Saved(null), outcome);
        Assert.Null(await site.Store.ReadAsync(Path, default));
        Assert.Equal(["Ett"], await TextsAsync(site));
        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(site, "Ett", expected: null, Anna));
    }

    [Fact]
    public async Task A_deletion_of_a_version_that_the_editor_has_not_seen_is_a_conflict()
    {
        await using var site = await DeskSite.StartAsync();
        var seen = await site.SaveAsync(Some.Path, "Ett");
        await SaveAsync(site, "Två", seen, Bo);

        var outcome = await site.Store.DeleteAsync(Path, seen, Anna, AuditAction.Deleted, default);

        Assert.Equal("Två", Text(Assert.IsType<SaveOutcome.Conflict>(outcome).Current!));
    }

    [Theory]
    [InlineData("anteckningar.txt")]
    [InlineData("artiklar/100%.md")]
    [InlineData("artiklar/../accepted/a")]
    public async Task No_file_is_written_outside_of_the_sites_folders(string path)
    {
        await using var site = await DeskSite.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => site.Store.SaveAsync(
            new SourcePath(path), "Ett"u8.ToArray(), null, Anna, AuditAction.Saved, default));
        Assert.Empty(site.Site.Storage.Content.Blobs);
    }

    /// <summary>Two editors save in turns that differ by the seed; what each was told is true.</summary>
    [Fact]
    public async Task In_fifty_interleavings_of_two_editors_each_saved_text_is_in_the_history()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var gate = new ShufflingGate(seed);
            await using var site = await DeskSite.StartAsync(gate: gate);
            var seen = site.Site.Storage.Content.Put(Some.Path, "Från början");
            var saved = new List<string> { "Från början" };

            await gate.RunAsync(() => EditAsync(site, Anna, seen, saved), () => EditAsync(site, Bo, seen, saved));

            Assert.Equal(7, saved.Count);
            var texts = await TextsAsync(site);
            Assert.Equal(saved.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
            Assert.Equal(Text((await site.Store.ReadAsync(Path, default))!), texts[0]);
        }
    }

    /// <summary>Saves three texts; after a conflict the editor adds the words to what the other one saved.</summary>
    private static async Task EditAsync(DeskSite site, DeskAccount account, ETag seen, List<string> saved)
    {
        var text = "";
        for (var i = 0; i < 3; i++)
        {
            text += $" {account.Name} {i}";
            while (true)
            {
                switch (await SaveAsync(site, text, seen, account))
                {
                    case SaveOutcome.Saved { ETag: { } etag }:
                        seen = etag;
                        break;
                    case SaveOutcome.Conflict { Current: { } current }:
                        (seen, text) = (current.ETag, Text(current) + text);
                        continue;
                }

                break;
            }

            saved.Add(text);
        }
    }

    private static Task<SaveOutcome> SaveAsync(DeskSite site, string text, ETag? expected, DeskAccount account) =>
        site.Store.SaveAsync(Path, Encoding.UTF8.GetBytes(text), expected, account, AuditAction.Saved, default);

    /// <summary>The texts of all versions, newest first.</summary>
    private static async Task<IReadOnlyList<string>> TextsAsync(DeskSite site)
    {
        var texts = new List<string>();
        foreach (var version in await site.History.ListAsync(Path, 500, default))
        {
            texts.Add(Encoding.UTF8.GetString((await site.History.ReadAsync(Path, version.Id, default))!));
        }

        return texts;
    }

    private static string Text(StoredSource source) => Encoding.UTF8.GetString(source.Content.Span);
}
