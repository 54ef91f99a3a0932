using Lysekil.Publishing.Pages;

namespace Lysekil.Publishing.Archive;

/// <summary>
/// What a commit leaves to be done once it stands: it is committed with it, and deleted when done, so that no crash in
/// between forgets anything.
/// </summary>
public sealed record OwedWork
{
    public static OwedWork None { get; } = new();

    /// <summary>Pages whose refreshes are to be woken; their stale rows are part of the commit.</summary>
    public EquatableList<PageKey> Pages { get; init; } = [];

    /// <summary>Moments (as in the columns of rows) at which an article came, went or changed: its neighbours there may show it.</summary>
    public EquatableList<string> Positions { get; init; } = [];

    /// <summary>Pages on which a claim came or went: another source may own them now.</summary>
    public EquatableList<PageKey> Claimed { get; init; } = [];

    public bool IsNone => Pages.Count == 0 && Positions.Count == 0 && Claimed.Count == 0;

    public OwedWork And(OwedWork other) => new()
    {
        Pages = [.. Pages.Union(other.Pages)],
        Positions = [.. Positions.Union(other.Positions)],
        Claimed = [.. Claimed.Union(other.Claimed)],
    };

    internal IReadOnlyDictionary<string, string> Write(string path) => new Columns()
        .Add("path", path)
        .Add("pages", [.. Pages.Select(p => p.Value)])
        .Add("positions", Positions)
        .Add("claimed", [.. Claimed.Select(p => p.Value)])
        .Values;

    internal static OwedWork Read(IReadOnlyDictionary<string, string> columns) => new()
    {
        Pages = [.. columns.List("pages").Select(ListingColumns.Page)],
        Positions = [.. columns.List("positions")],
        Claimed = [.. columns.List("claimed").Select(ListingColumns.Page)],
    };
}
