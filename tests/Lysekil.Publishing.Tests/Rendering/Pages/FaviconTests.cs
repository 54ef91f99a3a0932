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

    [Fact]
    public async Task No_page_names_it()
    {
        var files = await GoldenSite.FilesAsync();

        Assert.DoesNotContain(files, f => f.Value.Contains("rel=\"icon\"", StringComparison.Ordinal));
    }
}
