using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Sources;

namespace Lysekil.Benchmarks.Burst;

/// <summary>How many publishes touch each page: by what they list, not by what was done.</summary>
internal static class TouchedCount
{
    /// <param name="archive">Where all articles are published.</param>
    /// <param name="articles">How many.</param>
    public static async Task<IReadOnlyDictionary<PageKey, int>> OfAsync(ArchiveIndex archive, int articles)
    {
        var counts = new Dictionary<PageKey, int>();
        for (var number = 0; number < articles; number++)
        {
            var path = new SourcePath(Articles.Path(number));
            var record = (await archive.FindSourceAsync(path, default))?.Value ?? throw new InvalidOperationException($"{path} is not published.");
            foreach (var page in WithParents(TouchedPages.Of(null, record).Pages))
            {
                counts[page] = counts.GetValueOrDefault(page) + 1;
            }
        }

        return counts;
    }

    private static HashSet<PageKey> WithParents(IEnumerable<PageKey> pages)
    {
        var all = new HashSet<PageKey>();
        var next = new Queue<PageKey>(pages);
        while (next.TryDequeue(out var page))
        {
            if (all.Add(page))
            {
                PageRoute.ParentsOf(page).ToList().ForEach(next.Enqueue);
            }
        }

        return all;
    }
}
