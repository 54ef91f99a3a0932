using Lysekil.Publishing.Tests.Index;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>The caption and the credit of a main picture.</summary>
public class PictureTextTests
{
    private readonly SimulatedSite _site = new(Some.Clock());

    [Theory]
    [InlineData("artiklar/2026-05-01-kajen.md", "2026/05/kajen/index.html")]
    [InlineData("sidor/kajen.md", "kajen/index.html")]
    public async Task They_stand_below_the_picture(string path, string page)
    {
        Assert.Contains(
            "<figcaption>Kajen i maj. <span class=\"credit\" lang=\"sv\">Foto: Åsa Ek</span></figcaption></figure>",
            await PublishAsync(path, page, "image_caption: Kajen i maj.\nimage_credit: Åsa Ek"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bildtext: Kajen i maj.", "<figcaption>Kajen i maj.</figcaption>")]
    [InlineData("fotograf: Åsa", "<figcaption><span class=\"credit\" lang=\"sv\">Foto: Åsa</span></figcaption>")]
    [InlineData("image_credit: \"Foto: Åsa Ek\"", ">Foto: Åsa Ek</span>")]
    [InlineData("image_caption: \"<b>Kajen</b>\"", "<figcaption>&lt;b&gt;Kajen&lt;/b&gt;</figcaption>")]
    public async Task Either_may_be_missing_and_both_are_text(string setting, string shown) => Assert.Contains(
        shown,
        await PublishAsync("artiklar/2026-05-01-kajen.md", "2026/05/kajen/index.html", setting),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_picture_without_them_has_no_caption() => Assert.DoesNotContain(
        "figcaption",
        await PublishAsync("artiklar/2026-05-01-kajen.md", "2026/05/kajen/index.html", "author: A"),
        StringComparison.Ordinal);

    [Fact]
    public void Lists_show_neither_and_need_no_refresh_when_they_change()
    {
        var item = new RandomRows(new Random(1)).PublishedItem(Some.ArticlePath);

        Assert.True(item.ListsLike(item with { ImageCaption = "Kajen i juni.", ImageCredit = "Per Berg" }));
        Assert.False(item.ListsLike(item with { ImageAlt = "Kajen i juni" }));
    }

    private async Task<string> PublishAsync(string path, string page, string settings)
    {
        _site.Upload(path, Some.ArticleWith($"image: https://exempel.se/x.jpg\nimage_alt: Kajen\n{settings}"));
        await _site.SettleAsync();
        return _site.Pages[page];
    }
}
