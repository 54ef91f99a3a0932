namespace Lysekil.Publishing.Tests.Contents.Markup.Links;

/// <summary>A message about a picture speaks of pictures, and its remedy works.</summary>
public class DroppedAddressTests
{
    [Theory]
    [InlineData("data:image/png;base64,AAAA", "ligger i själva texten", "som en egen fil")]
    [InlineData("DATA:image/png;base64,AAAA", "ligger i själva texten", "som en egen fil")]
    [InlineData("foto.heic", "filer av typen .heic inte kan publiceras", "som JPEG eller PNG")]
    [InlineData("/bilder/FOTO.HEIC?x=1", "filer av typen .heic inte kan publiceras", "som JPEG eller PNG")]
    [InlineData("ritning.svg", "filer av typen .svg inte kan publiceras", "som JPEG eller PNG")]
    [InlineData("foto.jfif", "filer av typen .jfif inte kan publiceras", "ändelse till .jpg")]
    [InlineData("ftp://x.se/foto.jpg", "adressen inte leder till en bild", "/bilder/hamnen.jpg")]
    [InlineData("../../../utanför.jpg", "adressen inte leder till en bild", "/bilder/hamnen.jpg")]
    [InlineData("mailto:a@b.se", "adressen inte leder till en bild", "/bilder/hamnen.jpg")]
    public void A_picture_that_cannot_be_shown_is_told_as_a_picture(string url, string message, string remedy)
    {
        var diagnostic = Assert.Single(Some.Markdown($"Ett.\n\n![Hamnen](<{url}>)\n").Diagnostics);

        Assert.Equal(("link", 3), (diagnostic.Code, diagnostic.Line));
        Assert.StartsWith($"Bilden ”{url}”", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, diagnostic.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src=\"foto.heic\" alt=\"x\">", "Bilden ”foto.heic” visas inte")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\" alt=\"x\">", "Bilden ”data:image/png;base64,AAAA” ligger")]
    [InlineData("[fotot](foto.heic)", "Bilden ”foto.heic” visas inte")]
    [InlineData("[text](ftp://x.se/)", "Länken till ”ftp://x.se/”")]
    [InlineData("[text](data:text/html,x)", "Länken till ”data:text/html,x”")]
    public void What_an_address_means_shows_in_HTML_and_in_links_too(string text, string message) => Assert.StartsWith(
        message, Assert.Single(Some.Markdown($"Ett.\n\n{text}\n").Diagnostics).Message, StringComparison.Ordinal);
}
