namespace Lysekil.Local.Mirror;

/// <summary>What text editors, browsers and operating systems leave in a folder.</summary>
internal static class IgnoredFiles
{
    private static readonly string[] Endings =
    [
        "~", ".tmp", ".temp", ".bak", ".swp", ".swo", ".swx", ".part", ".crdownload", ".lnk", "___jb_tmp___",
        "___jb_old___",
    ];

    private static readonly string[] Names = ["Thumbs.db", "desktop.ini", "Icon\r", "4913"];

    /// <summary>True if a path below the content folder is never published: hidden, temporary or a backup.</summary>
    public static bool Contains(string name) => name.Split('/').Any(IsLeftover);

    private static bool IsLeftover(string segment) =>
        segment.StartsWith('.')
        || segment.StartsWith("~$", StringComparison.Ordinal)
        || (segment.StartsWith('#') && segment.EndsWith('#'))
        || Names.Contains(segment, StringComparer.OrdinalIgnoreCase)
        || Endings.Any(ending => segment.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
