using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// R1: An article is about to take the identity of a deleted one with its title, while another instance finds a deleted
/// one with its text, which is preferred.
/// </summary>
public class RenameRaceTests : RenameScenario
{
    private const string SameText = "artiklar/2026-05-02-kajtexten.md";

    private static readonly string Text =
        Some.Article("Kajen", string.Concat(Enumerable.Repeat("Kajen byggs om i etapper. ", 12)));

    /// <param name="isKnown">Whether the article with the text was published before, so that its text has a row.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_one_with_its_text_is_taken_although_the_rows_were_read_before_it_was_deleted(bool isKnown)
    {
        await UploadAsync(Old, Some.Article("Kajen", "En annan text."));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Site.Storage.Content.Put(SameText, Text);
        if (isKnown)
        {
            Site.Announce(SameText);
        }

        Site.Delete(Old);
        await Site.SettleAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        Site.Upload(New, Text);
        Gate.Before(StorageOperation.Commit, () =>
        {
            Site.PublishElsewhere(SameText);
            Site.Storage.Content.Delete(SameText);
            Site.PublishElsewhere(SameText);
        });

        await Site.SettleAsync();

        Assert.EndsWith(SameText, Ids().Single(), StringComparison.Ordinal);
        await AssertSettledAsync();
    }
}
