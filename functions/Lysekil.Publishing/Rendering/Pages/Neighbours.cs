using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The articles before and after an article. Where a page that lists a whole year is rendered from the same look at the archive,
/// they are taken from what it asks for, as far as they are of that year.
/// </summary>
internal sealed class Neighbours
{
    private readonly SiteIndex _index;
    private readonly AsyncLazy<Site> _site;
    private readonly HashSet<int> _years;

    /// <param name="index">The archive, which answers each question once.</param>
    /// <param name="site">The site's settings.</param>
    /// <param name="pages">All that is rendered from the same look.</param>
    public Neighbours(SiteIndex index, AsyncLazy<Site> site, IEnumerable<PageKey> pages) =>
        (_index, _site, _years) = (index, site, [.. pages.Select(PageRoute.Of).OfType<PageRoute.YearSitemap>().Select(y => y.Year)]);

    /// <returns>The article before, and the article after; <c>null</c> where there is none.</returns>
    public async Task<(PublishedItem? Older, PublishedItem? Newer)> OfAsync(PublishedItem article, DateTimeOffset date, CancellationToken cancellation)
    {
        var (older, newer) = _years.Contains(date.Year) ? await OfYearAsync(article, date, cancellation) : (null, null);
        var askingOlder = older is not null ? Task.FromResult<PublishedItem?>(older) : _index.OlderAsync(date, article.Path, cancellation);
        var askingNewer = newer is not null ? Task.FromResult<PublishedItem?>(newer) : _index.NewerAsync(date, article.Path, cancellation);
        await Task.WhenAll(askingOlder, askingNewer);
        return (await askingOlder, await askingNewer);
    }

    private async Task<(PublishedItem? Older, PublishedItem? Newer)> OfYearAsync(PublishedItem article, DateTimeOffset date, CancellationToken cancellation)
    {
        var (from, to) = PeriodPages.Bounds(date.Year, (await _site.GetAsync()).Settings.TimeZone);
        return await _index.NeighboursBetweenAsync(from, to, date, article.Path, cancellation);
    }
}
