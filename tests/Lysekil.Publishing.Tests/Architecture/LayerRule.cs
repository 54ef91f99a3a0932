namespace Lysekil.Publishing.Tests.Architecture;

/// <summary>
/// References run one way: a layer refers only to itself and to layers below it, and no namespaces use each other,
/// directly or by way of others.
/// </summary>
/// <param name="root">The namespace whose children are the layers.</param>
/// <param name="layers">The names of the layers, lowest first.</param>
internal sealed class LayerRule(string root, IReadOnlyList<string> layers)
{
    /// <summary>What breaks the rule, one sentence each, naming both ends of every reference.</summary>
    public IReadOnlyList<string> Violations(IReadOnlyList<Reference> references) =>
        [.. Unplaced(references).Concat(Upward(references)).Concat(Cycles(references))];

    private IEnumerable<string> Unplaced(IReadOnlyList<Reference> references) =>
        references.SelectMany(r => new[] { r.FromNamespace, r.ToNamespace }).Distinct()
            .Where(n => Height(n) < 0).Order(StringComparer.Ordinal)
            .Select(n => $"{n} is in none of the layers {string.Join(", ", layers)}.");

    private IEnumerable<string> Upward(IReadOnlyList<Reference> references) =>
        references.Where(r => Height(r.FromNamespace) >= 0 && Height(r.FromNamespace) < Height(r.ToNamespace))
            .Select(r => $"{r}, but {Layer(r.FromNamespace)} is a layer below {Layer(r.ToNamespace)}.")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Cycles(IReadOnlyList<Reference> references)
    {
        var byOrigin = references.DistinctBy(r => (r.FromNamespace, r.ToNamespace)).ToLookup(r => r.FromNamespace);
        return byOrigin.Select(n => n.Key).Order(StringComparer.Ordinal)
            .Select(n => ShortestCycle(n, byOrigin)).Where(c => c.Count > 0)
            .DistinctBy(c => string.Join(' ', c.Select(r => r.FromNamespace).Order(StringComparer.Ordinal)))
            .Select(c => $"Namespaces use each other: {string.Join("; ", c)}.");
    }

    /// <summary>The fewest references that lead from a namespace back to itself, by breadth-first search.</summary>
    private static IReadOnlyList<Reference> ShortestCycle(string start, ILookup<string, Reference> byOrigin)
    {
        var paths = new Queue<IReadOnlyList<Reference>>(byOrigin[start].Select(r => (IReadOnlyList<Reference>)[r]));
        var reached = new HashSet<string>();
        while (paths.TryDequeue(out var path))
        {
            var end = path[^1].ToNamespace;
            if (end == start)
            {
                return path;
            }

            if (reached.Add(end))
            {
                foreach (var next in byOrigin[end])
                {
                    paths.Enqueue([.. path, next]);
                }
            }
        }

        return [];
    }

    private int Height(string name)
    {
        for (var height = 0; height < layers.Count; height++)
        {
            if (layers[height] == Layer(name))
            {
                return height;
            }
        }

        return -1;
    }

    /// <summary>The first part of a namespace below the root; empty for the root itself.</summary>
    private string Layer(string name) => name.Length == root.Length ? "" : name[(root.Length + 1)..].Split('.')[0];
}
