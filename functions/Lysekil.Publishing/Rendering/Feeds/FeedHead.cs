using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>What a feed says of itself.</summary>
/// <param name="Title">Plain text.</param>
/// <param name="Description">Plain text.</param>
/// <param name="Feed">Where it stands.</param>
/// <param name="Page">The page that shows the same to people.</param>
internal sealed record FeedHead(string Title, string Description, PageKey Feed, PageKey Page)
{
    public static FeedHead Of(SiteSettings site) =>
        new(site.Title, site.Description.Length > 0 ? site.Description : site.Title, PageKey.Rss, PageKey.Front);

    public static FeedHead Of(SiteSettings site, Topic topic) =>
        new($"{topic.Name} – {site.Title}", $"Artiklar om {topic.Name}.", PageKey.TopicFeed(topic.Slug), PageKey.Topic(topic.Slug));
}
