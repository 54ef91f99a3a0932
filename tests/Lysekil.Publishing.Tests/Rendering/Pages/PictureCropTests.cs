using Lysekil.Publishing.Tests.Index;
using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>Lists show the part of a main picture that matters; its article shows it whole.</summary>
public class PictureCropTests
{
    private const string Article = "2026/05/kajen/index.html";

    private readonly SimulatedSite _site = new(Some.Clock());

    [Theory]
    [InlineData("image_focus: 50% 5%", "f0")]
    [InlineData("image_focus: 50% 35%", "f1")]
    [InlineData("image_focus: 50% 65%", "f3")]
    [InlineData("bildfokus: nederst", "f4")]
    public async Task Lists_show_the_part_around_the_point_that_the_article_names(string setting, string crop)
    {
        await PublishAsync(setting);

        Assert.All(["index.html", "nyhetsarkiv/2026/05/index.html"], list =>
            Assert.Contains($" {crop}\"", FirstPicture(_site.Pages[list]), StringComparison.Ordinal));
        Assert.DoesNotContain($" {crop}\"", FirstPicture(_site.Pages[Article]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_middle_needs_no_class()
    {
        await PublishAsync("image_focus: mitten");

        Assert.Contains("class=\"t111\"", FirstPicture(_site.Pages["index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_such_a_point_they_show_what_draws_the_eye()
    {
        await PublishAsync("author: A");

        Assert.Contains(" f0\"", FirstPicture(_site.Pages["index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_that_cannot_be_read_is_told_and_left_out()
    {
        await PublishAsync("image_focus: ansiktet");

        Assert.Contains(" f0\"", FirstPicture(_site.Pages["index.html"]), StringComparison.Ordinal);
        Assert.Contains("ansiktet", _site.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_another_site_is_cropped_around_the_point_that_the_article_names()
    {
        _site.Upload(
            "artiklar/2026-05-01-kajen.md",
            Some.ArticleWith("image: https://exempel.se/x.jpg\nimage_alt: Kajen\nbildfokus: överst"));
        await _site.SettleAsync();

        Assert.Contains("alt=\"\" class=\"f0\">", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"f0\"", _site.Pages[Article], StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_refreshed_when_the_point_changes()
    {
        var item = new RandomRows(new Random(1)).PublishedItem(Some.ArticlePath) with { ImageFocus = new(50, 20) };

        Assert.False(item.ListsLike(item with { ImageFocus = new(50, 80) }));
    }

    /// <summary>The policy of pages allows no style on an element.</summary>
    [Fact]
    public async Task The_style_sheet_has_a_class_for_each_part()
    {
        await PublishAsync("author: A");

        var style = _site.Pages.Single(p => p.Key.StartsWith("stil.", StringComparison.Ordinal)).Value;
        Assert.All(["f0", "f1", "f3", "f4"], c => Assert.Contains($".{c}{{", style, StringComparison.Ordinal));
    }

    /// <summary>A portrait with all that there is to see at its top.</summary>
    private async Task PublishAsync(string setting)
    {
        using var bitmap = new SKBitmap(600, 900);
        bitmap.Erase(SKColors.LightGray);
        bitmap.Erase(SKColors.OrangeRed, new SKRectI(270, 60, 330, 120));
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        _site.Upload("bilder/kajen.png", encoded.ToArray());
        _site.Upload(
            "artiklar/2026-05-01-kajen.md",
            Some.ArticleWith($"image: /bilder/kajen.png\nimage_alt: Kajen\n{setting}"));
        await _site.SettleAsync();
    }

    private static string FirstPicture(string page) => page.Split("<img ")[1].Split('>')[0];
}
