using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Index;

/// <summary>
/// What a sitemap says of an article or a standing page. A year may have thousands, so no more than that is read of
/// each published item.
/// </summary>
/// <param name="Page">The page's address.</param>
/// <param name="Changed">The last change that readers see.</param>
public sealed record SitemapEntry(PageKey Page, DateTimeOffset Changed)
{
    /// <summary>Reads a published item's row.</summary>
    internal static SitemapEntry Read(RowReader row) => new(
        PublishedItemRow.Page.Of(row),
        PublishedItemRow.Updated.Of(row) ?? PublishedItemRow.Date.Of(row) ?? PublishedItemRow.Modified.Of(row));
}
