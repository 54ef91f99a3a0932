namespace Lysekil.Benchmarks.Measuring;

/// <summary>The middle of what was measured several times: what disturbs some of the times does not move it.</summary>
internal static class Medians
{
    /// <summary>Of an even number, the larger one of the two in the middle.</summary>
    public static TValue Median<T, TValue>(this IEnumerable<T> measured, Func<T, TValue> value)
    {
        var sorted = measured.Select(value).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
