using System.Text;
using System.Xml;
using System.Xml.Linq;
using Lysekil.Publishing.Rendering.Feeds;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

public class FeedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<p>Åsa &amp; Öst 🌊 \"så\"</p>\n")]
    [InlineData("  <p>a]]>b</p>\t")]
    public void A_text_in_XML_is_read_back_as_it_was(string html) =>
        Assert.Equal(
            html,
            XElement.Parse($"<a>{Encoding.UTF8.GetString(FeedText.Of(html).Xml)}</a>", LoadOptions.PreserveWhitespace)
                .Value);

    [Fact]
    public void Characters_that_XML_excludes_are_left_out() =>
        Assert.Equal("radbrytning", Encoding.UTF8.GetString(FeedText.Of("rad\u000Bbrytning").Xml));

    [Theory]
    [InlineData("")]
    [InlineData("<p>Hamnen &amp; bryggan</p>")]
    [InlineData("<p>Hamnen</p>\n<p>Bryggan</p>\n")]
    public void An_escaped_text_has_the_bytes_that_the_writer_would_write(string html)
    {
        var feed = FeedXml.Render(
            "text/xml", (xml, bytes) => Write(xml, () => FeedXml.WriteText(xml, bytes, FeedText.Of(html))));
        var same = FeedXml.Render("text/xml", xml => Write(xml, () => xml.WriteString(html)));

        Assert.Equal(same.Headers.Hash, feed.Headers.Hash);
    }

    [Fact]
    public async Task An_article_without_text_has_an_empty_text_in_the_feeds()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("artiklar/2026-05-01-x.md", "# Rubrik\n");
        await site.SettleAsync();

        Assert.Contains("<content:encoded />", site.Pages["rss.xml"], StringComparison.Ordinal);
        Assert.Contains("<content type=\"html\"></content>", site.Pages["atom.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_form_is_encoded_once()
    {
        var html = new string('å', 3);

        Assert.Same(FeedText.Of(html), FeedText.Of(html));
        Assert.Equal("ååå", FeedText.Of(html).Json.Value);
    }

    [Fact]
    public void A_text_that_opens_in_the_same_way_is_encoded_once()
    {
        var text = FeedText.Of(new string('å', 3));

        Assert.Same(text, text.OpenedBy(""));
        Assert.Same(text.OpenedBy("<p>a</p>"), text.OpenedBy($"<p>{'a'}</p>"));
        Assert.Equal("<p>b</p>ååå", text.OpenedBy("<p>b</p>").Json.Value);
    }

    private static void Write(XmlWriter xml, Action writeText)
    {
        xml.WriteStartElement("feed");
        xml.WriteStartElement("text");
        writeText();
        xml.WriteEndElement();
        xml.WriteElementString("after", "");
        xml.WriteEndElement();
    }
}
