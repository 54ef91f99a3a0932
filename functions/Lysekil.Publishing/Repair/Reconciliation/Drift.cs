using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>Sources that were out of step with the index: all are counted, the first are named.</summary>
/// <param name="Count">How many.</param>
/// <param name="Names">
/// At most <see cref="MostNames"/> paths, each cut to <see cref="MostCharacters"/> characters.
/// </param>
public sealed record Drift(int Count, EquatableList<string> Names)
{
    public const int MostNames = 20;

    /// <summary>Keeps all names within one column, however they are encoded.</summary>
    public const int MostCharacters = 250;

    public static Drift None { get; } = new(0, []);

    internal Drift And(IReadOnlyCollection<SourcePath> more) => more.Count == 0
        ? this
        : new(Count + more.Count, [.. Names.Concat(more.Select(p => Cut(p.ToString()))).Take(MostNames)]);

    private static string Cut(string name) =>
        name.Length <= MostCharacters ? name : name[..(MostCharacters - 1)] + "…";
}
