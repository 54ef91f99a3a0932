using System.Text.Json;
using System.Xml.Linq;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

/// <summary>An item's content is what the article's page shows: its lead, its lead picture, its text.</summary>
public class FeedContentTests
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task A_lead_of_the_settings_and_the_lead_picture_open_the_content()
    {
        _site.Upload("bilder/kaj.png", SamplePicture.Png(30, 20));
        await UploadAsync("""
            ---
            lead: Kajen & bryggan "rustas"
            image: /bilder/kaj.png
            imageAlt: Kajen "i" dag
            imageCaption: Så ser den ut < nu.
            imageCredit: Eva Ström
            ---
            # Kajen

            Första stycket.
            """);

        const string Expected =
            "<p>Kajen &amp; bryggan \"rustas\"</p>\n"
            + "<figure><img src=\"http://localhost:4280/bilder/kaj.png\" alt=\"Kajen &quot;i&quot; dag\""
            + " width=\"30\" height=\"20\" />"
            + "<figcaption>Så ser den ut &lt; nu. Foto: Eva Ström</figcaption></figure>\n"
            + "<p>Första stycket.</p>\n";
        Assert.Equal([Expected, Expected, Expected], Contents());
    }

    [Theory]
    [InlineData("# Kajen\n\nFörsta stycket.\n\nAndra stycket.\n", "<p>Första stycket.</p>\n<p>Andra stycket.</p>\n")]
    [InlineData("---\nlead: Ingressen.\n---\n# Kajen\n", "<p>Ingressen.</p>\n")]
    [InlineData("---\nimage: /bilder/saknas.png\nimageAlt: Kaj\n---\n# Kajen\n\nText.\n", "<p>Text.</p>\n")]
    [InlineData(
        "---\nimage: https://annan.example/a.png\nimageAlt: Kaj\n---\n# Kajen\n\nText.\n",
        "<figure><img src=\"https://annan.example/a.png\" alt=\"Kaj\" /></figure>\n<p>Text.</p>\n")]
    public async Task Nothing_is_said_twice_and_nothing_is_shown_that_is_not_there(string text, string expected)
    {
        await UploadAsync(text);

        Assert.Equal([expected, expected, expected], Contents());
    }

    [Theory]
    [InlineData("# Kajen\n\nFörsta < stycket.\n\nAndra stycket.\n", "<p>Första &lt; stycket.</p>\n")]
    [InlineData("---\nlead: Ingressen.\n---\n# Kajen\n\nText.\n", "<p>Ingressen.</p>\n")]
    [InlineData(
        "---\nimage: https://annan.example/a.png\nimageAlt: Kaj\n---\n# Kajen\n\nFörsta.\n\nAndra.\n",
        "<figure><img src=\"https://annan.example/a.png\" alt=\"Kaj\" /></figure>\n<p>Första.</p>\n")]
    public async Task A_site_may_keep_all_but_leads_and_pictures_out_of_its_feeds(string text, string expected)
    {
        _site.Upload("site.yaml", "title: x\nfeeds: lead\n");
        await UploadAsync(text);

        Assert.Equal([expected, expected, expected], Contents());

        _site.Upload("site.yaml", "title: x\nfeeds: full\n");
        await _site.SettleAsync();

        Assert.All(Contents(), content => Assert.NotEqual(expected, content));
    }

    /// <summary>Readers that prefer plain text, such as rss2email, would show the summary alone.</summary>
    [Fact]
    public async Task A_summary_of_atom_is_html_as_its_content_is()
    {
        await UploadAsync("---\nlead: a<b & c\n---\n# Kajen\n\nText.\n");

        var summary = XDocument.Parse(_site.Pages["atom.xml"]).Descendants(Atom + "summary").Single();
        Assert.Equal("html", summary.Attribute("type")?.Value);
        Assert.Equal("a&lt;b &amp; c", summary.Value);
    }

    private string[] Contents()
    {
        using var json = JsonDocument.Parse(_site.Pages["feed.json"]);
        return
        [
            XDocument.Parse(_site.Pages["rss.xml"]).Descendants(Content + "encoded").Single().Value,
            XDocument.Parse(_site.Pages["atom.xml"]).Descendants(Atom + "content").Single().Value,
            json.RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()!,
        ];
    }

    private async Task UploadAsync(string text)
    {
        _site.Upload("artiklar/2026-05-01-kaj.md", text);
        await _site.SettleAsync();
    }
}
