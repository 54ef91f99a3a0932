using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>The title and links of a feed.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Description">Plain text.</param>
/// <param name="Feed">The feed itself.</param>
/// <param name="Page">The page that shows the same articles to visitors.</param>
internal sealed record FeedHead(string Title, string Description, PageKey Feed, PageKey Page)
{
    public static FeedHead Of(SiteSettings site) =>
        new(site.Title, site.Description.Length > 0 ? site.Description : site.Title, PageKey.Rss, PageKey.Front);

    public static FeedHead Of(SiteSettings site, Author author) =>
        new(
            $"{author.Name} – {site.Title}",
            site.Locale.Text("author.description", ("author", author.Name)),
            PageKey.AuthorFeed(author.Slug),
            PageKey.Author(author.Slug));

    public static FeedHead Of(SiteSettings site, Topic topic) =>
        new(
            $"{topic.Name} – {site.Title}",
            site.Locale.Text("topic.description", ("topic", topic.Name)),
            PageKey.TopicFeed(topic.Slug),
            PageKey.Topic(topic.Slug));
}
