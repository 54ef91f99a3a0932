using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Benchmarks.Burst;

/// <summary>The figures of the pages of one kind, after a burst.</summary>
/// <param name="Kind">The kind of page.</param>
/// <param name="Pages">The number of pages that at least one publish touched.</param>
/// <param name="Touches">The mean number of publishes that touch a page.</param>
/// <param name="Rendered">The mean number of renders of a page.</param>
/// <param name="Written">The mean number of writes of a page.</param>
/// <param name="MostWritten">The largest number of writes of a page.</param>
/// <param name="WithinTarget">
/// The number of pages that were written at most once for every fifty publishes that touch them, rounded up.
/// </param>
internal sealed record PageKind(
    string Kind, int Pages, double Touches, double Rendered, double Written, int MostWritten, int WithinTarget)
{
    private const int PublishesAWrite = 50;

    /// <summary>All kinds, ordered by the number of publishes that touch a page, descending.</summary>
    public static IReadOnlyList<PageKind> Of(BurstRun run) =>
    [
        .. run.Touched.GroupBy(
            t => PageRoute.Of(t.Key) is PageRoute.Feed ? t.Key.Value : PageRoute.Of(t.Key).GetType().Name)
            .Select(kind => new PageKind(
                kind.Key,
                kind.Count(),
                kind.Average(t => t.Value),
                kind.Average(t => run.Rendered.GetValueOrDefault(t.Key.Value)),
                kind.Average(t => WritesOf(run, t.Key)),
                kind.Max(t => WritesOf(run, t.Key)),
                kind.Count(t => WritesOf(run, t.Key) <= Math.Ceiling(t.Value / (double)PublishesAWrite))))
            .OrderByDescending(k => k.Touches).ThenBy(k => k.Kind, StringComparer.Ordinal),
    ];

    private static int WritesOf(BurstRun run, PageKey page) => run.Written.GetValueOrDefault(page.Value);
}
