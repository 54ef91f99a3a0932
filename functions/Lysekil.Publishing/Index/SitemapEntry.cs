using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Index;

/// <summary>What a sitemap says of an article or a standing page: a year may have thousands, of whose listings it needs no more.</summary>
/// <param name="Page">Where it is.</param>
/// <param name="Changed">Its last change that readers see.</param>
public sealed record SitemapEntry(PageKey Page, DateTimeOffset Changed)
{
    /// <summary>Reads a listing's row.</summary>
    internal static SitemapEntry Read(IReadOnlyDictionary<string, string> columns) => new(
        PublishedItemRow.Page(columns["page"]),
        columns.Moment("updated") ?? columns.Moment("date") ?? RowWriter.Moment(columns["modified"]));
}
