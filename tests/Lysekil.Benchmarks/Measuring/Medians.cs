namespace Lysekil.Benchmarks.Measuring;

/// <summary>Medians of repeated measurements, which a few disturbed ones do not change.</summary>
internal static class Medians
{
    /// <summary>The median; of an even number of values, the larger of the middle two.</summary>
    public static TValue Median<T, TValue>(this IEnumerable<T> measured, Func<T, TValue> value)
    {
        var sorted = measured.Select(value).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
