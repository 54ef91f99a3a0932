namespace Lysekil.Convergence.Running;

/// <summary>Compares the columns of rows.</summary>
internal static class RowColumns
{
    /// <summary>True if both have the same columns and values; <c>null</c> means that there is no row.</summary>
    public static bool AreSame(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        one is null || other is null
            ? one == other
            : one.Count == other.Count && one.All(c => other.TryGetValue(c.Key, out var value) && value == c.Value);
}
