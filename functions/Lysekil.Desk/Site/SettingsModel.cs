using Lysekil.Desk.Writing;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Site;

/// <summary>What the page of the site's settings shows.</summary>
public sealed record SettingsModel
{
    /// <summary>The version that the next save replaces; <c>null</c> if there must be no such file.</summary>
    public required ETag? ETag { get; init; }

    /// <summary>The file that the fields change; <c>null</c> if they cannot.</summary>
    public required EditableSettings? Settings { get; init; }

    /// <summary>Why the settings cannot be shown one by one, in Swedish; <c>null</c> if they can.</summary>
    public string? Reason { get; init; }

    /// <summary>The values of the fields by their settings.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<MenuEntry> Menu { get; init; } = [];

    /// <summary>The rows of settings that have such, by their settings.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<WrittenPair>> Pairs { get; init; } =
        new Dictionary<string, IReadOnlyList<WrittenPair>>();

    /// <summary>What is wrong, and with which setting; an empty name for anything else.</summary>
    public IReadOnlyList<(string Setting, Diagnostic Diagnostic)> Findings { get; init; } = [];

    /// <summary>Whether the account may save.</summary>
    public bool CanSave { get; init; }

    /// <summary>What became of the last attempt to save, in Swedish; <c>null</c> before any.</summary>
    public string? Message { get; init; }

    /// <summary>Whether the last attempt to save succeeded.</summary>
    public bool IsSaved { get; init; }

    /// <summary>The other version, where two were saved at once.</summary>
    public OtherVersion? Other { get; init; }

    /// <summary>What is wrong with a setting.</summary>
    public IReadOnlyList<Diagnostic> About(string setting) =>
        [.. Findings.Where(f => f.Setting == setting).Select(f => f.Diagnostic)];

    /// <summary>Whether anything is wrong with a row, or with all of them.</summary>
    public bool HasWrong(SettingsPairs pairs) => Findings.Any(f => IsOf(pairs, f.Setting));

    /// <summary>What is wrong with none of the fields.</summary>
    public IReadOnlyList<Diagnostic> AboutOthers =>
    [
        .. Findings.Where(f => f.Setting != SettingsField.Menu
                && !SettingsPairs.All.Any(p => IsOf(p, f.Setting))
                && SettingsField.All.All(a => a.Setting != f.Setting))
            .Select(f => f.Diagnostic),
    ];

    private static bool IsOf(SettingsPairs pairs, string setting) =>
        setting == pairs.Setting || setting.StartsWith(pairs.NameOf(""), StringComparison.Ordinal);
}
