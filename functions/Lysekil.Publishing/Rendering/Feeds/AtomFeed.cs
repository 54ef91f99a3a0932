using System.Globalization;
using System.Xml;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static RenderedPage Render(SiteSettings site, IReadOnlyList<FeedItem> items) =>
        FeedXml.Render("application/atom+xml; charset=utf-8", (xml, feed) =>
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, site.Language);
            xml.WriteElementString("id", Atom, site.BaseUrl.AbsoluteUri);
            xml.WriteElementString("title", Atom, site.Title);
            if (site.Description.Length > 0)
            {
                xml.WriteElementString("subtitle", Atom, site.Description);
            }

            var updated = items.Select(i => i.Changed).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
            xml.WriteElementString("updated", Atom, Rfc3339.Of(updated));
            WriteLink(xml, "self", site.Absolute(PageKey.Atom.Url), "application/atom+xml");
            if (site.Hub is { } hub)
            {
                WriteLink(xml, "hub", hub.AbsoluteUri, type: null);
            }

            WriteLink(xml, "alternate", site.BaseUrl.AbsoluteUri, "text/html");
            foreach (var item in items)
            {
                WriteEntry(xml, feed, site, item);
            }

            xml.WriteEndElement();
        });

    private static void WriteEntry(XmlWriter xml, Stream feed, SiteSettings site, FeedItem item)
    {
        xml.WriteStartElement("entry", Atom);
        if (item.Article.Language is { } language && language != site.Language)
        {
            xml.WriteAttributeString("xml", "lang", null, language);
        }

        xml.WriteElementString("id", Atom, item.Id);
        xml.WriteElementString("title", Atom, item.Article.Title);
        WriteLink(xml, "alternate", item.Url, "text/html");
        if (item.Enclosure is { } enclosure)
        {
            var url = site.Absolute(item.Article.ShownImage!);
            WriteLink(xml, "enclosure", url, enclosure.Type, enclosure.Picture.Bytes);
        }

        xml.WriteElementString("published", Atom, Rfc3339.Of(item.Published));
        xml.WriteElementString("updated", Atom, Rfc3339.Of(item.Changed));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, item.Article.Author ?? site.Title);
        xml.WriteEndElement();
        foreach (var topic in item.Article.Topics)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", topic.Slug.Value);
            xml.WriteAttributeString("label", topic.Name);
            xml.WriteEndElement();
        }

        if (item.Article.Lead.Length > 0)
        {
            // Readers that prefer plain text, such as rss2email, would show a plain summary and not the content.
            xml.WriteStartElement("summary", Atom);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(FeedHtml.Of(item.Article.Lead));
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        FeedXml.WriteText(xml, feed, item.Text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string url, string? type, long? length = null)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteAttributeString("href", url);
        if (length is { } bytes)
        {
            xml.WriteAttributeString("length", bytes.ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }
}
