using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

/// <summary>
/// Feed readers take the titles and descriptions of RSS for HTML: a sign that HTML uses is escaped for it, and then for
/// XML.
/// </summary>
public class RssTextTests
{
    private const string Plain = "a<b och <5 & mer > \"då\" 'å'";
    private const string InRss = "a&amp;lt;b och &amp;lt;5 &amp;amp; mer &amp;gt; \"då\" 'å'";
    private const string InXml = "a&lt;b och &lt;5 &amp; mer &gt; \"då\" 'å'";

    private readonly SimulatedSite _site = new(Some.Clock());

    public RssTextTests()
    {
        _site.Upload(
            "site.yaml", $"title: \"Nytt & <nära>\"\ndescription: |\n  {Plain}\nbaseUrl: https://www.exempel.se\n");
        _site.Upload(
            "artiklar/2026-05-01-hamn.md",
            $"---\ntitle: |\n  {Plain}\nlead: |\n  {Plain}\ntags: [\"Hav & <vatten>\"]\n---\nText.\n");
    }

    [Fact]
    public async Task Titles_and_descriptions_of_rss_are_escaped_as_html()
    {
        await _site.SettleAsync();

        var rss = _site.Pages["rss.xml"];
        Assert.Equal(["Nytt &amp;amp; &amp;lt;nära&amp;gt;", InRss], All(rss, "title"));
        Assert.Equal([InRss, InRss], All(rss, "description"));
    }

    [Fact]
    public async Task Titles_and_descriptions_of_a_topic_s_feed_are_escaped_as_html()
    {
        await _site.SettleAsync();

        var rss = _site.Pages["amnen/hav-vatten/rss.xml"];
        Assert.Equal(
            ["Hav &amp;amp; &amp;lt;vatten&amp;gt; – Nytt &amp;amp; &amp;lt;nära&amp;gt;", InRss],
            All(rss, "title"));
        Assert.Equal(["Artiklar om Hav &amp;amp; &amp;lt;vatten&amp;gt;.", InRss], All(rss, "description"));
    }

    /// <summary>RFC 4287, section 3.1.1.1, and JSON Feed 1.1: there they are plain text.</summary>
    [Fact]
    public async Task The_other_formats_have_plain_text()
    {
        await _site.SettleAsync();

        Assert.Equal(["Nytt &amp; &lt;nära&gt;", InXml], All(_site.Pages["atom.xml"], "title"));
        using var json = System.Text.Json.JsonDocument.Parse(_site.Pages["feed.json"]);
        Assert.Equal(Plain, json.RootElement.GetProperty("items")[0].GetProperty("title").GetString());
    }

    private static IEnumerable<string> All(string feed, string element) => feed.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith($"<{element}>", StringComparison.Ordinal))
        .Select(line => line[(element.Length + 2)..^(element.Length + 3)]);
}
