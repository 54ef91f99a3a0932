using System.Globalization;
using System.Xml;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>
/// RSS 2.0, by the RSS Advisory Board's profile. Feed readers read titles and descriptions as HTML ("Character Data"),
/// so that plain text is escaped for it, and again for XML.
/// </summary>
internal static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static RenderedPage Render(SiteSettings site, FeedHead head, IReadOnlyList<FeedItem> items) =>
        FeedXml.Render("application/rss+xml; charset=utf-8", (xml, feed) =>
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", FeedHtml.Of(head.Title));
            xml.WriteElementString("link", site.Absolute(head.Page.Url));
            xml.WriteElementString("description", FeedHtml.Of(head.Description));
            xml.WriteElementString("language", site.Language);
            if (items.Count > 0)
            {
                xml.WriteElementString("lastBuildDate", Rfc822(items.Max(i => i.Changed)));
            }

            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", site.Absolute(head.Feed.Url));
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            if (site.Hub is { } hub)
            {
                xml.WriteStartElement("link", Atom);
                xml.WriteAttributeString("href", hub.AbsoluteUri);
                xml.WriteAttributeString("rel", "hub");
                xml.WriteEndElement();
            }

            foreach (var item in items)
            {
                WriteItem(xml, feed, site, item);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        });

    private static void WriteItem(XmlWriter xml, Stream feed, SiteSettings site, FeedItem item)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", FeedHtml.Of(item.Article.Title));
        xml.WriteElementString("link", item.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Rfc822(item.Published));
        if (item.Article.Author is { } author)
        {
            xml.WriteElementString("creator", DublinCore, author);
        }

        foreach (var topic in item.Article.Topics)
        {
            xml.WriteElementString("category", topic.Name);
        }

        xml.WriteElementString("description", FeedHtml.Of(item.Article.Lead));
        if (item.Enclosure is { } enclosure)
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", site.Absolute(item.Article.ShownImage!));
            xml.WriteAttributeString("length", enclosure.Picture.Bytes.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("type", enclosure.Type);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("encoded", Content);
        if (!item.Text.IsEmpty)
        {
            FeedXml.WriteText(xml, feed, item.Text);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>RFC 822, section 5, with a four-digit year and a numeric offset.</summary>
    private static string Rfc822(DateTimeOffset moment) =>
        moment.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
