using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

/// <summary>
/// <c>bilder/hamn.jpg</c> beside an article that has no such file is the site's <c>/bilder/hamn.jpg</c>, in whichever
/// order files come and go.
/// </summary>
public class PictureFallbackTests
{
    private const string Article = "artiklar/2026/2026-05-01-kajen.md";
    private const string Beside = "artiklar/2026/bilder/hamn.jpg";
    private const string OfSite = "bilder/hamn.jpg";
    private const string Page = "2026/05/kajen/index.html";
    private const string Text = "---\nimage: bilder/hamn.jpg\nimage_alt: Hamnen\n---\n# Kajen\n\nText.\n\n"
        + "[![Kajen](bilder/hamn.jpg \"Kajen i maj\")](bilder/hamn.jpg#kaj)\n";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public PictureFallbackTests() => _site = new SimulatedSite(_clock);

    [Theory]
    [InlineData(Article, OfSite)]
    [InlineData(OfSite, Article)]
    public async Task A_picture_that_is_not_beside_the_article_is_that_of_the_site(string first, string second)
    {
        await UploadAsync(first);
        await UploadAsync(second);

        Shows("/bilder/hamn.jpg", width: 900);
        Assert.Contains("<a href=\"/bilder/hamn.jpg#kaj\">", _site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("artiklar/2026/bilder", string.Concat(_site.Pages.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("hamn.jpg", _site.Told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_name_the_picture_of_the_site()
    {
        await UploadAsync(OfSite);
        await UploadAsync(Article);

        Assert.Contains(
            "src=\"http://localhost:4280/bilder/hamn.jpg\"",
            _site.Pages["atom.xml"].Replace("&quot;", "\"", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains(
            "<enclosure url=\"http://localhost:4280/bilder/hamn.jpg\"",
            _site.Pages["rss.xml"],
            StringComparison.Ordinal);
        Assert.Contains(
            "http://localhost:4280/bilder/hamn.jpg",
            _site.Pages["feed.json"].Split("\"image\"")[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_beside_the_article_counts_as_long_as_it_is_there()
    {
        await UploadAsync(OfSite);
        await UploadAsync(Article);

        await UploadAsync(Beside);
        Shows("/artiklar/2026/bilder/hamn.jpg", width: 500);

        await DeleteAsync(OfSite);
        Shows("/artiklar/2026/bilder/hamn.jpg", width: 500);

        await UploadAsync(OfSite);
        await DeleteAsync(Beside);
        Shows("/bilder/hamn.jpg", width: 900);
    }

    [Fact]
    public async Task A_picture_that_is_at_neither_place_is_told_once_and_left_out()
    {
        await UploadAsync(OfSite);
        await UploadAsync(Article);

        await DeleteAsync(OfSite);

        Assert.DoesNotContain("<img", _site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("<img", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.Equal(2, _site.Told.Split("hamn.jpg").Length);
        Assert.Contains(Beside, _site.Told, StringComparison.Ordinal);
    }

    /// <summary>An earlier version stays live if the newest is refused.</summary>
    [Fact]
    public async Task The_pictures_of_an_earlier_version_that_stays_are_kept_in_step()
    {
        await UploadAsync(OfSite);
        await UploadAsync(Article);
        await UploadAsync(Article, "---\ntitle: Trasig\n"u8.ToArray());

        await UploadAsync(Beside);
        Shows("/artiklar/2026/bilder/hamn.jpg", width: 500);

        await DeleteAsync(Beside);
        Shows("/bilder/hamn.jpg", width: 900);
    }

    [Fact]
    public async Task No_reference_is_left_of_an_article_that_is_deleted()
    {
        await UploadAsync(Article);
        Assert.Equal(2, References());

        await DeleteAsync(Article);

        Assert.Equal(0, References());
    }

    /// <summary>Only texts can lie beside a standing page.</summary>
    [Fact]
    public async Task A_standing_page_shows_the_picture_of_the_site()
    {
        await UploadAsync(OfSite);
        await UploadAsync("sidor/om.md", "# Om oss\n\n![Hamnen](bilder/hamn.jpg)\n"u8.ToArray());

        Assert.Contains("<img src=\"/bilder/hamn.jpg\"", _site.Pages["om/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("sidor/om.md", _site.Told, StringComparison.Ordinal);
    }

    private int References() =>
        _site.Storage.Index.Rows.Count(r => r.Key.StartsWith("reference:", StringComparison.Ordinal));

    private void Shows(string url, int width)
    {
        Assert.All([Page, "index.html"], page =>
        {
            Assert.Contains($"<img src=\"{url}\"", _site.Pages[page], StringComparison.Ordinal);
            Assert.Contains($" srcset=\"{url}.", _site.Pages[page], StringComparison.Ordinal);
            Assert.Contains($"width=\"{width}\"", _site.Pages[page], StringComparison.Ordinal);
        });
        Assert.Contains("<figcaption>Kajen i maj</figcaption>", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains($"{url}\">", _site.Pages[Page].Split("og:image")[1], StringComparison.Ordinal);
    }

    private Task UploadAsync(string path) => UploadAsync(path, path switch
    {
        Article => System.Text.Encoding.UTF8.GetBytes(Text),
        Beside => SamplePicture.Jpeg(500, 300, SKColors.Teal, SKColors.White),
        _ => SamplePicture.Jpeg(900, 600, SKColors.Teal, SKColors.White),
    });

    private Task UploadAsync(string path, byte[] bytes)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, bytes);
        return _site.SettleAsync();
    }

    private Task DeleteAsync(string path)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Delete(path);
        return _site.SettleAsync();
    }
}
