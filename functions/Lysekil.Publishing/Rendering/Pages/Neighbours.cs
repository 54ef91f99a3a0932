using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// Finds the articles before and after an article. If the same pass renders a page that lists the whole month, they are
/// taken from the answer to its query, as far as they are of that month.
/// </summary>
internal sealed class Neighbours
{
    private readonly SiteIndex _index;
    private readonly AsyncLazy<Site> _site;
    private readonly HashSet<Month> _months;

    /// <param name="index">The index, which sends each query once.</param>
    /// <param name="site">Reads the site's settings.</param>
    /// <param name="pages">All pages of the same pass.</param>
    public Neighbours(SiteIndex index, AsyncLazy<Site> site, IEnumerable<PageKey> pages) =>
        (_index, _site, _months) =
            (index, site, [.. pages.Select(PageRoute.Of).OfType<PageRoute.MonthSitemap>().Select(m => m.Month)]);

    /// <returns>The article before, and the article after; <c>null</c> if there is none.</returns>
    public async Task<(PublishedItem? Older, PublishedItem? Newer)> OfAsync(
        PublishedItem article, DateTimeOffset date, CancellationToken cancellation)
    {
        var (older, newer) = _months.Contains(Month.Of(date))
            ? await OfMonthAsync(article, date, cancellation)
            : (null, null);
        var askingOlder = older is not null
            ? Task.FromResult<PublishedItem?>(older)
            : _index.OlderAsync(date, article.Path, cancellation);
        var askingNewer = newer is not null
            ? Task.FromResult<PublishedItem?>(newer)
            : _index.NewerAsync(date, article.Path, cancellation);
        await Task.WhenAll(askingOlder, askingNewer);
        return (await askingOlder, await askingNewer);
    }

    private async Task<(PublishedItem? Older, PublishedItem? Newer)> OfMonthAsync(
        PublishedItem article, DateTimeOffset date, CancellationToken cancellation)
    {
        var (from, to) = PeriodPages.Bounds(Month.Of(date), (await _site.GetAsync()).Settings.TimeZone);
        return await _index.NeighboursBetweenAsync(from, to, date, article.Path, cancellation);
    }
}
