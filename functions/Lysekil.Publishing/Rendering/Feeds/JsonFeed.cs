using System.Text.Encodings.Web;
using System.Text.Json;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>JSON Feed 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // The feed is JSON, served as JSON: å stays å.
    };

    public static RenderedPage Render(SiteSettings site, IReadOnlyList<FeedItem> items)
    {
        var feed = PageBuffer.Collect(buffer =>
        {
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                json.WriteStartObject();
                json.WriteString("version", "https://jsonfeed.org/version/1.1");
                json.WriteString("title", site.Title);
                json.WriteString("home_page_url", site.BaseUrl.AbsoluteUri);
                json.WriteString("feed_url", site.Absolute(PageKey.JsonFeed.Url));
                if (site.Hub is { } hub)
                {
                    json.WriteStartArray("hubs");
                    json.WriteStartObject();
                    json.WriteString("type", "WebSub");
                    json.WriteString("url", hub.AbsoluteUri);
                    json.WriteEndObject();
                    json.WriteEndArray();
                }

                if (site.Description.Length > 0)
                {
                    json.WriteString("description", site.Description);
                }

                json.WriteString("language", site.Language);
                json.WriteStartArray("items");
                foreach (var item in items)
                {
                    WriteItem(json, site, item);
                    json.Flush(); // Else the writer buffers the whole feed itself.
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            buffer.WriteByte((byte)'\n');
        });
        return RenderedPage.Of(feed, "application/feed+json", RenderedPage.AskAgain);
    }

    private static void WriteItem(Utf8JsonWriter json, SiteSettings site, FeedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("url", item.Url);
        json.WriteString("title", item.Article.Title);
        json.WriteString("content_html", item.Text.Json);
        if (item.Article.Lead.Length > 0)
        {
            json.WriteString("summary", item.Article.Lead);
        }

        json.WriteString("date_published", Rfc3339.Of(item.Published));
        json.WriteString("date_modified", Rfc3339.Of(item.Changed));
        if (item.Article.ShownImage is { } image)
        {
            json.WriteString("image", site.Absolute(image));
        }

        if (item.Article.Author is { } author)
        {
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", author);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (item.Article.Topics.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var topic in item.Article.Topics)
            {
                json.WriteStringValue(topic.Name);
            }

            json.WriteEndArray();
        }

        json.WriteString("language", item.Article.Language ?? site.Language);
        json.WriteEndObject();
    }
}
