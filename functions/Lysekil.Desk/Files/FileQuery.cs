using Lysekil.Desk.Layout;
using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Files;

/// <summary>Which files a list shows, as its address says it.</summary>
/// <param name="State">The state to list; <c>null</c>: all but deleted files.</param>
/// <param name="Find">Words, all of which the title or the path contains; <c>null</c>: all files.</param>
/// <param name="After">Where the last slice ended, perhaps as a browser sent it; <c>null</c> for the first.</param>
public sealed record FileQuery(FileState? State, string? Find, string? After)
{
    /// <summary>A search for more is the name of no file.</summary>
    public const int MostCharactersOfFind = 100;

    public static FileQuery All { get; } = new(null, null, null);

    /// <summary>The kind to list, where the list is not the page of files; <c>null</c>: each kind.</summary>
    public SourceListKind? Kind { get; init; }

    /// <summary>Whether published pictures and documents are left out.</summary>
    public bool HidesLiveAssets => State is null && Find is null && Kind is null;

    /// <summary>The words of a search as a browser sent them; <c>null</c> where there are none.</summary>
    public static string? Words(string? sent) =>
        sent?.Trim() is { Length: > 0 and <= MostCharactersOfFind } words ? words : null;

    public string Address => AddressOf(("visa", State?.Key()), ("sok", Find), ("efter", After));

    /// <summary>The address of the lines alone, for an open page.</summary>
    public string Live => AddressOf(("visa", State?.Key()), ("sok", Find), ("efter", After), ("del", "nytt"));

    private static string AddressOf(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var given = new List<string>();
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                given.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        return given.Count == 0 ? DeskLinks.Files : $"{DeskLinks.Files}?{string.Join('&', given)}";
    }
}
