using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// What a listing shows: its articles; or its parts, if it has more articles than one page lists (decision 0032).
/// </summary>
/// <param name="Articles">The articles, newest first; none if it is divided.</param>
/// <param name="Parts">The summaries of its parts, newest first; none if it is not divided.</param>
internal sealed record DividedListing(IReadOnlyList<PublishedItem> Articles, IReadOnlyList<PeriodSummary> Parts)
{
    public bool IsDivided => Parts.Count > 0;

    /// <summary>How many articles it has.</summary>
    public int Count => IsDivided ? Parts.Sum(p => p.Count) : Articles.Count;

    /// <summary>Reads a listing, and never more of its articles than one more than its page lists.</summary>
    /// <param name="index">The index.</param>
    /// <param name="site">The site, which knows whether any listing is divided.</param>
    /// <param name="page">The listing's page.</param>
    /// <param name="parts">Where the keys of the summaries of its parts begin.</param>
    /// <param name="most">How many articles its page lists.</param>
    /// <param name="ask">Asks for its newest articles, as many as it is told.</param>
    /// <param name="sumUp">Sums up some of its articles, part by part, the newest first.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <remarks>
    /// A part has a summary only once the listing's own summary says that it is divided. So a listing that is not is
    /// read in one call, and one that is takes a row for each part. Where the summaries lag behind the articles, the
    /// pages of some parts are stale, and their refresh brings the listing's own.
    /// </remarks>
    public static async Task<DividedListing> ReadAsync(
        SiteIndex index,
        Site site,
        PageKey page,
        string parts,
        int most,
        Func<int, Task<List<PublishedItem>>> ask,
        Func<IReadOnlyList<PublishedItem>, IEnumerable<PeriodSummary>> sumUp,
        CancellationToken cancellation)
    {
        if (site.HasDivided
            && await index.IsDividedAsync(page, cancellation)
            && await SumUpAsync() is { } known)
        {
            return known;
        }

        var articles = await ask(most + 1);
        return articles.Count <= most
            ? new DividedListing(articles, [])
            : await SumUpAsync() ?? new DividedListing([], [.. sumUp(articles)]);

        async Task<DividedListing?> SumUpAsync()
        {
            var summaries = await index.SummariesAsync(parts, cancellation);
            summaries.Reverse();
            return summaries.Sum(s => s.Count) > most ? new DividedListing([], summaries) : null;
        }
    }
}
