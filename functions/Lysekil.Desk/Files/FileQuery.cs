using Lysekil.Desk.Layout;

namespace Lysekil.Desk.Files;

/// <summary>Which files a list shows, as its address says it.</summary>
public sealed record FileQuery(FileState? State, string? Find, string? After)
{
    public static FileQuery All { get; } = new(null, null, null);

    /// <summary>Whether published pictures and documents are left out.</summary>
    public bool HidesLiveAssets => State is null && Find is null;

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
