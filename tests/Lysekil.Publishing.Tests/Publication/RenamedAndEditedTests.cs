using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>A file is renamed and edited in one step: it stays the same article to its readers.</summary>
public class RenamedAndEditedTests : RenameScenario
{
    /// <summary>Long enough to be the same by no chance.</summary>
    private static readonly string LongText = string.Concat(Enumerable.Repeat("Kajen byggs om i etapper. ", 12));

    private static readonly string Text = Some.Article("Kajen", LongText);

    public static TheoryData<string, string> Edits
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var order in Orders)
            {
                data.Add(order, Some.Article("Kajen", "En ny text."));
                data.Add(order, Some.Article("Hamnkajen", LongText));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task The_article_keeps_its_identifier_and_date_and_its_old_URL_redirects(string order, string edited)
    {
        await UploadAsync(Old, Text);
        var (id, published) = (Ids().Single(), Published());

        await RenameAsync(Old, New, edited, order);

        Assert.Equal(id, Ids().Single());
        Assert.Equal(published, Published());
        Assert.Equal("/2026/05/hamnkajen/", Target(OldPage));
        Assert.Contains("Uppdaterad", Site.Pages[NewPage], StringComparison.Ordinal);
        await AssertSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Each_URL_that_the_article_ever_had_leads_on(string order)
    {
        await UploadAsync(Old, Text);

        await RenameAsync(Old, New, Some.Article("Kajen", "En ny text."), order);
        await RenameAsync(New, "artiklar/2026-05-01-bryggan.md", Some.Article("Kajen", LongText), order);
        await RenameAsync("artiklar/2026-05-01-bryggan.md", "artiklar/pir.md", Some.Article("Piren", LongText), order);

        Assert.Equal("/2026/05/pir/", Target(OldPage));
        Assert.Equal("/2026/05/pir/", Target(NewPage));
        Assert.Equal("/2026/05/pir/", Target("2026/05/bryggan/index.html"));
        await AssertSettledAsync();
    }

    [Fact]
    public async Task The_file_with_the_same_text_is_preferred_to_that_with_the_same_title()
    {
        const string SameText = "artiklar/2026-05-01-text.md";
        await UploadAsync(Old, Text);
        Site.Delete(Old);
        await Site.SettleAsync();
        Site.Storage.Content.Put(New, Some.Article("Kajen", "En ny text."));
        await UploadAsync(SameText, Some.Article("Hamnkajen", LongText));
        Site.Announce(New);
        await Site.SettleAsync();

        Assert.Equal("/2026/05/text/", Target(OldPage));
        Assert.Equal(2, Ids().Distinct().Count());
        await AssertSettledAsync();
    }

    [Fact]
    public async Task An_article_that_has_taken_an_identity_takes_no_other()
    {
        const string Another = "artiklar/2026-05-01-en-annan.md";
        await UploadAsync(Another, Some.Article("Kajen", "En tredje text."));
        await UploadAsync(Another, Some.Article("Kajen", "En tredje text, rättad."));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await UploadAsync(Old, Text);
        await RenameAsync(Old, New, Some.Article("Kajen", "En ny text."), "deleted, seen, created");
        var id = Ids().Single(i => !i.Contains("annan", StringComparison.Ordinal));

        Site.Delete(Another);
        await Site.SettleAsync();

        Assert.Equal(id, Ids().Single());
        Assert.DoesNotContain("2026/05/en-annan/index.html", Site.Pages.Keys);
        await AssertSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_standing_page_with_the_same_title_is_the_same_page(string order)
    {
        await UploadAsync("sidor/om.md", Text);

        await RenameAsync("sidor/om.md", "sidor/om-oss.md", Some.Article("Kajen", "En ny text."), order);

        Assert.Equal("/om-oss/", Target("om/index.html"));
        await AssertSettledAsync();
    }

    /// <summary>Another title and another text; the title of another day; a short text by chance.</summary>
    [Theory]
    [InlineData(New, "# Kajen i hamnen\n\nEn ny text.\n")]
    [InlineData("artiklar/2026-05-02-hamnkajen.md", "# Kajen\n\nEn ny text.\n")]
    [InlineData("artiklar/hamnkajen.md", "# Kajen\n\nEn ny text.\n")]
    [InlineData(New, "# Kajen i hamnen\n\nSe bilagan.\n")]
    public async Task A_file_that_has_neither_title_and_date_nor_text_in_common_is_another_article(
        string path, string text)
    {
        await UploadAsync(Old, "# Kajen\n\nSe bilagan.\n");
        var id = Ids().Single();

        await RenameAsync(Old, path, text, "deleted, created");

        Assert.NotEqual(id, Ids().Single());
        Assert.DoesNotContain(OldPage, Site.Pages.Keys);
        await AssertSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_article_of_an_engine_that_compared_whole_contents_is_recognised_after_a_reconcile(
        string order, string edited)
    {
        await UploadAsync(Old, Text);
        var id = Ids().Single();
        await ForgetKeysAsync();

        await Site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await Site.SettleAsync();
        await RenameAsync(Old, New, edited, order);

        Assert.Equal(id, Ids().Single());
        Assert.Equal("/2026/05/hamnkajen/", Target(OldPage));
        await AssertSettledAsync();
    }

    /// <summary>
    /// After a rollback, an engine that does not know the keys writes the record of a deleted source. The rows of its
    /// text and title, which that engine does not know either, go on to name the source.
    /// </summary>
    [Fact]
    public async Task An_article_is_published_although_its_title_has_a_row_that_names_a_source_wrongly()
    {
        await UploadAsync(Old, Text);
        Site.Delete(Old);
        await Site.SettleAsync();
        await ForgetKeysAsync();

        await UploadAsync(New, Some.Article("Kajen", "En ny text."));
        await UploadAsync("artiklar/2026-05-01-bryggan.md", Some.Article("Kajen", LongText));

        Assert.Contains("En ny text.", Site.Pages[NewPage], StringComparison.Ordinal);
        Assert.Contains("2026/05/bryggan/index.html", Site.Pages.Keys);
        Assert.Equal(2, Ids().Distinct().Count());
        await AssertSettledAsync();
    }

    /// <summary>Brings the row to how an engine before these keys left it.</summary>
    private async Task ForgetKeysAsync()
    {
        var row = (await Site.Storage.Index.FindAsync(IndexKeys.Source(new(Old)), default))!;
        var columns = new Dictionary<string, string>(row.Columns) { ["rules"] = "13" };
        Assert.True(columns.Remove("renameKeys"));
        await Site.Storage.Index.CommitAsync([new RowChange.Replace(row.Key, columns, row.ETag)], default);
    }
}
