using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>How far a rebuild has come; its pages are owed from then on, and those that are rendered are not.</summary>
/// <param name="Articles">Articles whose pages have been asked for.</param>
/// <param name="Of">How many articles there are, as the listings of the years say.</param>
/// <param name="Month">The month that it has reached, from the oldest on; <c>null</c> before the first article.</param>
public sealed record RebuildProgress(int Articles, int Of, Month? Month)
{
    internal static RebuildProgress Read(Row rebuild, IEnumerable<PeriodSummary> years)
    {
        var position = RebuildPosition.Read(rebuild.Columns);
        return new(position.Articles, years.Sum(y => y.Count), position.Month);
    }
}
