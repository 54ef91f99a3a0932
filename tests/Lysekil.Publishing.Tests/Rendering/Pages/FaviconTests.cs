using Lysekil.Publishing.Tests.Golden;

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
}
