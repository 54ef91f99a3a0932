using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>A picture that is missing leaves no hole, and is shown when it comes.</summary>
public class MissingPictureTests
{
    private const string Page = "2026/05/kajen/index.html";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public MissingPictureTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task A_missing_picture_is_left_out_until_it_comes()
    {
        await UploadAsync(
            "artiklar/2026-05-01-kajen.md",
            "---\nimage: /bilder/hamn.jpg\nimage_alt: Hamnen\n---\n# Kajen\n\nText.\n\n"
                + "![Kajen](/bilder/kaj.jpg \"Kajen i maj\") ![Hamnen](/bilder/hamn.jpg \"Hamnen i juni\")\n");

        Assert.DoesNotContain("<img", _site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("<figure", _site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("gallery", _site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("hamn.jpg", _site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("<img", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("\"image\"", _site.Pages["feed.json"], StringComparison.Ordinal);
        Assert.Contains("bilder/kaj.jpg", _site.Told, StringComparison.Ordinal);

        await UploadAsync("bilder/hamn.jpg", Jpeg());

        Assert.Contains("<img src=\"/bilder/hamn.jpg\"", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.Contains("Hamnen i juni", _site.Pages[Page], StringComparison.Ordinal);
        Assert.DoesNotContain("Kajen i maj", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("/bilder/hamn.jpg\">", _site.Pages[Page].Split("og:image")[1], StringComparison.Ordinal);

        await UploadAsync("bilder/kaj.jpg", Jpeg());

        Assert.Contains("Kajen i maj", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_leave_it_out_too_until_it_comes()
    {
        await UploadAsync(
            "artiklar/2026-05-01-kajen.md",
            "---\nimage: /bilder/hamn.jpg\nimage_alt: Hamnen\ntags: [Hamnen]\n---\n# Kajen\n\nText.\n\n"
                + "![Kajen](/bilder/kaj%20å.jpg \"Kajen i maj\") ![Hamnen](/bilder/hamn.jpg \"Hamnen i juni\")\n\n"
                + "<figure><img src=\"/bilder/torg.jpg\" alt=\"Torget\"></figure>\n\nSlut.\n");
        string[] feeds = ["rss.xml", "atom.xml", "feed.json", "amnen/hamnen/rss.xml"];

        Assert.All(feeds, f => Assert.Empty(InFeed(f)));
        Assert.All(feeds, f => Assert.Contains("Slut.", _site.Pages[f], StringComparison.Ordinal));

        await UploadAsync("bilder/hamn.jpg", Jpeg());

        Assert.All(feeds, f => Assert.Equal(["hamn.jpg", "enclosure", "<figure", "Hamnen i juni"], InFeed(f)));

        await UploadAsync("bilder/kaj å.jpg", Jpeg());
        await UploadAsync("bilder/torg.jpg", Jpeg());

        Assert.All(feeds, f => Assert.Equal(
            ["hamn.jpg", "kaj%20%C3%A5.jpg", "torg.jpg", "enclosure", "<figure", "Kajen i maj", "Hamnen i juni"],
            InFeed(f)));
    }

    /// <summary>
    /// What a feed has of the article's pictures; JSON Feed names the main picture in a property of its own.
    /// </summary>
    private IEnumerable<string> InFeed(string feed) =>
        new[]
        {
            "hamn.jpg", "kaj%20%C3%A5.jpg", "torg.jpg", "enclosure", "<figure", "Kajen i maj", "Hamnen i juni",
        }.Where(part => _site.Pages[feed]
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("\"image\"", "enclosure", StringComparison.Ordinal)
            .Contains(part, StringComparison.Ordinal));

    private static byte[] Jpeg() => SamplePicture.Jpeg(900, 600, SKColors.Teal, SKColors.White);

    private Task UploadAsync(string path, string text) => UploadAsync(path, System.Text.Encoding.UTF8.GetBytes(text));

    private Task UploadAsync(string path, byte[] bytes)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, bytes);
        return _site.SettleAsync();
    }
}
