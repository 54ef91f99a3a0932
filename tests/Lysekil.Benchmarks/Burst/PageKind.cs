using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Benchmarks.Burst;

/// <summary>The pages of one kind, after a burst.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Pages">How many there are that some publish touched.</param>
/// <param name="Touches">How many publishes touch one of them, on average.</param>
/// <param name="Rendered">How often one of them was rendered, on average.</param>
/// <param name="Written">How often one of them was written, on average.</param>
/// <param name="MostWritten">How often the one was written that was written most often.</param>
/// <param name="WithinTarget">How many of them were written at most once for every fifty publishes that touch them, rounded up.</param>
internal sealed record PageKind(string Kind, int Pages, double Touches, double Rendered, double Written, int MostWritten, int WithinTarget)
{
    private const int PublishesAWrite = 50;

    /// <summary>All kinds, those first that the most publishes touch.</summary>
    public static IReadOnlyList<PageKind> Of(BurstRun run) =>
    [
        .. run.Touched.GroupBy(t => PageRoute.Of(t.Key) is PageRoute.Feed ? t.Key.Value : PageRoute.Of(t.Key).GetType().Name)
            .Select(kind => new PageKind(
                kind.Key,
                kind.Count(),
                kind.Average(t => t.Value),
                kind.Average(t => run.Rendered.GetValueOrDefault(t.Key.BlobName)),
                kind.Average(t => WritesOf(run, t.Key)),
                kind.Max(t => WritesOf(run, t.Key)),
                kind.Count(t => WritesOf(run, t.Key) <= Math.Ceiling(t.Value / (double)PublishesAWrite))))
            .OrderByDescending(k => k.Touches).ThenBy(k => k.Kind, StringComparer.Ordinal),
    ];

    private static int WritesOf(BurstRun run, PageKey page) => run.Written.GetValueOrDefault(page.BlobName);
}
