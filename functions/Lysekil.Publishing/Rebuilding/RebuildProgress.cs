using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>How far a rebuild has come. Pages that it has passed are stale until they are refreshed.</summary>
/// <param name="Articles">Articles whose pages have been marked stale.</param>
/// <param name="Of">How many articles there are, by the summaries of the years.</param>
/// <param name="Month">
/// The month that it has reached, beginning with the oldest; <c>null</c> before the first article.
/// </param>
public sealed record RebuildProgress(int Articles, int Of, Month? Month)
{
    internal static RebuildProgress Read(Row rebuild, IEnumerable<PeriodSummary> years)
    {
        var position = RebuildPositionRow.Codec.Read(rebuild.Columns);
        return new(position.Articles, years.Sum(y => y.Count), position.Month);
    }
}
