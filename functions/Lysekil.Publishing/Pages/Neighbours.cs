using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Pages;

/// <summary>
/// The articles before and after an article. Where a page that lists a whole year is rendered from the same look at the archive,
/// they are taken from what it asks for, as far as they are of that year.
/// </summary>
internal sealed class Neighbours
{
    private readonly ArchiveIndex _archive;
    private readonly Dictionary<int, Once<List<Listing>>> _years;

    /// <param name="archive">The archive, which answers each question once.</param>
    /// <param name="site">The site's settings.</param>
    /// <param name="pages">All that is rendered from the same look.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Neighbours(ArchiveIndex archive, Once<Site> site, IEnumerable<PageKey> pages, CancellationToken cancellation)
    {
        _archive = archive;
        _years = pages.Select(PageRoute.Of).OfType<PageRoute.YearSitemap>().ToDictionary(y => y.Year, y => new Once<List<Listing>>(async () =>
        {
            var (from, to) = PeriodPages.Bounds(y.Year, (await site.GetAsync()).Settings.TimeZone);
            return await archive.BetweenAsync(from, to, cancellation);
        }));
    }

    /// <returns>The article before, and the article after; <c>null</c> where there is none.</returns>
    public async Task<(Listing? Older, Listing? Newer)> OfAsync(Listing article, DateTimeOffset date, CancellationToken cancellation)
    {
        var year = _years.TryGetValue(date.Year, out var asking) ? await asking.GetAsync() : [];
        var at = year.FindIndex(l => l.Path == article.Path);
        var isInside = at >= 0 && year[at].Date == date;
        var askingOlder = isInside && at < year.Count - 1 ? Task.FromResult<Listing?>(year[at + 1]) : _archive.OlderAsync(date, article.Path, cancellation);
        var askingNewer = isInside && at > 0 ? Task.FromResult<Listing?>(year[at - 1]) : _archive.NewerAsync(date, article.Path, cancellation);
        await Task.WhenAll(askingOlder, askingNewer);
        return (await askingOlder, await askingNewer);
    }
}
