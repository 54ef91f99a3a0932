namespace Lysekil.Convergence.Running;

/// <summary>Compares what rows say.</summary>
internal static class RowColumns
{
    /// <summary>Whether both have the same columns; <c>null</c> where there is no row.</summary>
    public static bool AreSame(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        one is null || other is null
            ? one == other
            : one.Count == other.Count && one.All(c => other.TryGetValue(c.Key, out var value) && value == c.Value);
}
