using Lysekil.Publishing.Tests.Golden;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

public class FaviconTests
{
    /// <summary>The format begins with a reserved word, 0, the type, 1 for icons, and the number of pictures.</summary>
    [Fact]
    public async Task The_site_has_an_icon_where_browsers_ask_for_one()
    {
        var icon = (await GoldenSite.GetAsync()).Storage.Web.Blobs["favicon.ico"];

        Assert.Equal("image/x-icon", icon.Properties.Headers.ContentType);
        Assert.Equal([0, 0, 1, 0, 3, 0], icon.Content.Span[..6].ToArray());
    }

    /// <summary>The signature and the header of a PNG: the width and the height.</summary>
    [Fact]
    public async Task A_home_screen_has_an_icon_and_a_manifest()
    {
        var site = await GoldenSite.GetAsync();
        var icon = site.Storage.Web.Blobs["apple-touch-icon.png"];
        var manifest = site.Storage.Web.Blobs["manifest.webmanifest"];

        Assert.Equal("image/png", icon.Properties.Headers.ContentType);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], icon.Content.Span[..4].ToArray());
        Assert.Equal([0, 0, 0, 192, 0, 0, 0, 192], icon.Content.Span[16..24].ToArray());
        Assert.Equal("application/manifest+json", manifest.Properties.Headers.ContentType);
        using var json = System.Text.Json.JsonDocument.Parse(manifest.Text);
        Assert.Equal("Lysekils nyheter", json.RootElement.GetProperty("name").GetString());
        Assert.Equal("#fdfcf9", json.RootElement.GetProperty("background_color").GetString());
        Assert.Equal(
            "/apple-touch-icon.png", json.RootElement.GetProperty("icons")[0].GetProperty("src").GetString());
    }

    /// <summary>Elsewhere it would cost each article its bytes.</summary>
    [Fact]
    public async Task The_front_page_alone_names_the_manifest_and_may_load_it()
    {
        var files = await GoldenSite.FilesAsync();

        foreach (var named in new[] { "rel=\"manifest\"", "manifest-src 'self'" })
        {
            Assert.Equal(
                ["web/index.html"],
                files.Where(f => f.Value.Contains(named, StringComparison.Ordinal)).Select(f => f.Key));
        }
    }

    [Fact]
    public async Task No_page_names_it()
    {
        var files = await GoldenSite.FilesAsync();

        Assert.DoesNotContain(files, f => f.Value.Contains("rel=\"icon\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_has_an_icon_of_its_own_on_every_page_and_on_a_home_screen()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("site.yaml", "title: x\nfavicon: bilder/ikon.png\n");
        site.Upload("bilder/ikon.png", SamplePicture.Png(192, 192));
        site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        await site.SettleAsync();

        string[] pages = ["index.html", "2026/05/kajen/index.html", "nyhetsarkiv/index.html", "404.html"];
        string[] links =
        [
            "<link rel=\"icon\" href=\"/bilder/ikon.png\">",
            "<link rel=\"apple-touch-icon\" href=\"/bilder/ikon.png\">",
        ];
        Assert.All(pages, page => Assert.All(
            links, link => Assert.Contains(link, site.Pages[page], StringComparison.Ordinal)));
        using var manifest = System.Text.Json.JsonDocument.Parse(site.Storage.Web.Blobs["manifest.webmanifest"].Text);
        var icon = Assert.Single(manifest.RootElement.GetProperty("icons").EnumerateArray());
        Assert.Equal("/bilder/ikon.png", icon.GetProperty("src").GetString());
    }
}
