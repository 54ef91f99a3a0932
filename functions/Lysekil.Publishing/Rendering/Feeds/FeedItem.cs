using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>An article as all feeds give it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Id">A <c>tag:</c> URI (RFC 4151) that stays the same for ever, whatever becomes of the URL.</param>
/// <param name="Url">Absolute.</param>
/// <param name="Text">In full.</param>
internal sealed record FeedItem(PublishedItem Article, string Id, string Url, FeedText Text)
{
    /// <summary>The lead picture where it is one of the site's own: what it is, and its media type.</summary>
    public (Picture Picture, string Type)? Enclosure =>
        Article.LeadAsset is { Picture: { } picture, Path: var path } ? (picture, AssetType.Of(path.Extension)!) : null;

    public DateTimeOffset Published => Article.Date!.Value;

    public DateTimeOffset Changed => Article.Updated ?? Published;
}
