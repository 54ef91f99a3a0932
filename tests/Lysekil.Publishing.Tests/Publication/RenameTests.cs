using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// A file is renamed: one file is deleted and another with the same content is created, in either order.
/// </summary>
public class RenameTests : RenameScenario
{
    private static readonly string Text = Some.Article("Kajen");

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task An_article_keeps_identifier_and_dates_and_its_old_URL_redirects_to_the_new(string order)
    {
        await UploadAsync(Old, Text);
        var (id, published) = (Ids().Single(), Published());

        await RenameAsync(Old, New, Text, order);

        Assert.Equal(id, Ids().Single());
        Assert.Equal(published, Published());
        Assert.Equal("/2026/05/hamnkajen/", Target(OldPage));
        Assert.Contains("<h1>Kajen</h1>", Site.Pages[NewPage], StringComparison.Ordinal);
        Assert.DoesNotContain("Uppdaterad", Site.Pages[NewPage], StringComparison.Ordinal);
        await AssertSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task An_article_without_a_date_keeps_the_date_of_its_first_file(string order)
    {
        await UploadAsync("artiklar/kajen.md", Text);
        var published = Published();
        Clock.Advance(TimeSpan.FromDays(40));

        await RenameAsync("artiklar/kajen.md", "artiklar/hamnkajen.md", Text, order);

        Assert.Equal(published, Published());
        Assert.Equal("/2026/05/hamnkajen/", Target(OldPage));
        Assert.Contains("<h1>", Site.Pages[NewPage], StringComparison.Ordinal);
        await AssertSettledAsync();
    }

    [Fact]
    public async Task The_URL_that_an_undated_copy_had_meanwhile_redirects_too()
    {
        await UploadAsync("artiklar/kajen.md", Text);
        Clock.Advance(TimeSpan.FromDays(40));

        await RenameAsync("artiklar/kajen.md", "artiklar/hamnkajen.md", Text, "created, seen, deleted");

        Assert.Equal("/2026/05/hamnkajen/", Target("2026/06/hamnkajen/index.html"));
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task The_first_URL_of_two_renames_redirects_in_one_step(string order)
    {
        const string Newest = "artiklar/2026-05-01-bryggan.md";
        await UploadAsync(Old, Text);
        var id = Ids().Single();

        await RenameAsync(Old, New, Text, order);
        await RenameAsync(New, Newest, Text, order);

        Assert.Equal(id, Ids().Single());
        Assert.Equal("/2026/05/bryggan/", Target(OldPage));
        Assert.Equal("/2026/05/bryggan/", Target(NewPage));
        await AssertSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_rename_back_restores_the_article_at_its_first_URL(string order)
    {
        await UploadAsync(Old, Text);
        var feed = Site.Pages["atom.xml"];

        await RenameAsync(Old, New, Text, order);
        await RenameAsync(New, Old, Text, order);

        Assert.Equal(feed, Site.Pages["atom.xml"]);
        Assert.Equal("/2026/05/kajen/", Target(NewPage));
        await AssertSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_file_that_moves_to_another_folder_keeps_its_URL(string order)
    {
        await UploadAsync(Old, Text);
        var feed = Site.Pages["atom.xml"];

        await RenameAsync(Old, "artiklar/2026/2026-05-01-kajen.md", Text, order);

        Assert.Equal(feed, Site.Pages["atom.xml"]);
        Assert.Contains("<h1>Kajen</h1>", Site.Pages[OldPage], StringComparison.Ordinal);
        await AssertSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_file_that_moves_to_a_smaller_path_keeps_its_URL(string order)
    {
        await UploadAsync("artiklar/b/2026-05-01-kajen.md", Text);
        var feed = Site.Pages["atom.xml"];

        await RenameAsync("artiklar/b/2026-05-01-kajen.md", "artiklar/a/2026-05-01-kajen.md", Text, order);

        Assert.Equal(feed, Site.Pages["atom.xml"]);
        await AssertSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task The_path_of_an_earlier_article_belongs_to_the_renamed_one(string order)
    {
        await UploadAsync(New, Some.Article("Den förra"));
        Site.Delete(New);
        await UploadAsync(Old, Text);
        var id = Ids().Single();

        await RenameAsync(Old, New, Text, order);

        Assert.Equal(id, Ids().Single());
        Assert.DoesNotContain("Uppdaterad", Site.Pages[NewPage], StringComparison.Ordinal);
        Assert.Equal("/2026/05/hamnkajen/", Target(OldPage));
        await AssertSettledAsync();
    }

    [Fact]
    public async Task A_copy_is_an_article_of_its_own_while_both_files_exist()
    {
        await UploadAsync(Old, Text);
        var id = Ids().Single();
        await UploadAsync(New, Text);

        Assert.Equal(2, Ids().Distinct().Count());

        Site.Delete(New);
        await Site.SettleAsync();
        Assert.Equal(id, Ids().Single());
        Assert.DoesNotContain(NewPage, Site.Pages.Keys);
        await AssertSettledAsync();
    }

    [Fact]
    public async Task A_copy_that_is_renamed_twice_takes_nothing_from_the_original()
    {
        await UploadAsync(Old, Text);
        var id = Ids().Single();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await UploadAsync(New, Text);
        var copy = Ids().Single(i => i != id);

        await RenameAsync(New, "artiklar/2026-05-01-b.md", Text, "created, seen, deleted");
        await RenameAsync("artiklar/2026-05-01-b.md", "artiklar/2026-05-01-c.md", Text, "deleted, seen, created");

        Assert.Equal([copy, id], Ids().Order());
        Assert.Contains("<h1>Kajen</h1>", Site.Pages[OldPage], StringComparison.Ordinal);
        Assert.Equal("/2026/05/c/", Target(NewPage));
        await AssertSettledAsync();
    }

    [Fact]
    public async Task The_older_file_is_the_original_whichever_is_published_first()
    {
        Site.Storage.Content.Put(Old, Text);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await UploadAsync(New, Text);
        Site.Announce(Old);
        await Site.SettleAsync();
        var id = Ids().Single(i => !i.Contains("hamn", StringComparison.Ordinal));

        Site.Delete(Old);
        await Site.SettleAsync();

        Assert.Equal(id, Ids().Single());
        Assert.Equal("/2026/05/hamnkajen/", Target(OldPage));
        await AssertSettledAsync();
    }

    [Fact]
    public async Task A_copy_that_was_changed_is_no_candidate_for_a_rename()
    {
        await UploadAsync(Old, Text);
        await UploadAsync(New, Text);
        await UploadAsync(New, Some.Article("Kajen", "En annan text."));
        var copy = Ids().Single(i => i.Contains("hamnkajen", StringComparison.Ordinal));

        Site.Delete(Old);
        await Site.SettleAsync();

        Assert.Equal(copy, Ids().Single());
        Assert.DoesNotContain(OldPage, Site.Pages.Keys);
        await AssertSettledAsync();
    }

    [Fact]
    public async Task A_file_at_the_old_path_of_a_renamed_one_is_a_new_article()
    {
        await UploadAsync(Old, Text);
        var id = Ids().Single();
        await RenameAsync(Old, New, Text, "created, seen, deleted");

        await UploadAsync(Old, Some.Article("En ny kaj"));

        Assert.Equal(2, Ids().Distinct().Count());
        Assert.Contains(id, Ids());
        Assert.Contains("<h1>En ny kaj</h1>", Site.Pages[OldPage], StringComparison.Ordinal);
        Assert.DoesNotContain("Uppdaterad", Site.Pages[OldPage], StringComparison.Ordinal);

        Site.Delete(Old);
        await Site.SettleAsync();
        Assert.Equal("/2026/05/hamnkajen/", Target(OldPage));
        await AssertSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task The_old_URL_of_a_renamed_standing_page_redirects_too(string order)
    {
        await UploadAsync("sidor/om.md", Text);

        await RenameAsync("sidor/om.md", "sidor/om-oss.md", Text, order);

        Assert.Equal("/om-oss/", Target("om/index.html"));
        Assert.Contains("<h1>Kajen</h1>", Site.Pages["om-oss/index.html"], StringComparison.Ordinal);
        await AssertSettledAsync();
    }

    [Fact]
    public async Task An_article_may_become_a_standing_page_and_an_article_again()
    {
        await UploadAsync(Old, Text);
        var feed = Site.Pages["atom.xml"];

        await RenameAsync(Old, "sidor/kajen.md", Text, "created, seen, deleted");
        Assert.Equal("/kajen/", Target(OldPage));

        await RenameAsync("sidor/kajen.md", Old, Text, "created, seen, deleted");
        Assert.Equal(feed, Site.Pages["atom.xml"]);
        Assert.Equal("/2026/05/kajen/", Target("kajen/index.html"));
        await AssertSettledAsync();
    }

    [Fact]
    public async Task Each_of_many_files_with_one_content_has_a_URL_and_a_renamed_one_is_found()
    {
        const int Files = 2 * RenameCandidates.MostCandidates;
        for (var i = 10; i < 10 + Files; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await UploadAsync(Path(i), Text);
        }

        await RenameAsync(Path(Files), New, Text, "deleted, created");

        Assert.Equal("/2026/05/hamnkajen/", Target($"2026/05/kaj-{Files}/index.html"));
        Assert.Equal(Files, Site.Storage.Index.Rows.Count(r => r.Key.StartsWith("latest:", StringComparison.Ordinal)));
        await AssertSettledAsync();

        // The longest names, in letters that are the longest when encoded.
        static string Path(int i) => $"artiklar/{new string('å', 170)}/2026-05-01-kaj-{i}.md";
    }
}
