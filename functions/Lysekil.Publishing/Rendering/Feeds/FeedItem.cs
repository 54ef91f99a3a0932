using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>An article in a feed.</summary>
/// <param name="Article">The article.</param>
/// <param name="Id">A <c>tag:</c> URI (RFC 4151), which stays the same when the URL changes.</param>
/// <param name="Url">The absolute URL.</param>
/// <param name="Text">The full text, with what its page shows above it.</param>
internal sealed record FeedItem(PublishedItem Article, string Id, string Url, FeedText Text)
{
    /// <summary>The lead picture and its media type; <c>null</c> if it is not one of the site's own.</summary>
    public (Picture Picture, string Type)? Enclosure =>
        Article.LeadAsset is { Picture: { } picture, Path: var path } ? (picture, AssetType.Of(path.Extension)!) : null;

    public DateTimeOffset Published => Article.Date!.Value;

    public DateTimeOffset Changed => Article.Updated ?? Published;
}
