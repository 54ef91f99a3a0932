namespace Lysekil.Desk.Files;

/// <summary>What became of a file's newest version, as an editor sees it.</summary>
public enum FileState
{
    /// <summary>The newest version is on the site.</summary>
    Live,

    Draft,

    Scheduled,

    /// <summary>It cannot be published; an earlier version may be on the site.</summary>
    Refused,

    /// <summary>It waits: for its turn, or for an address that another file has.</summary>
    Waiting,

    /// <summary>Publishing was given up, and will be tried again.</summary>
    Failed,

    Deleted,
}

internal static class FileStates
{
    /// <summary>The state in an address and as a class of the style sheet.</summary>
    public static string Key(this FileState state) => state switch
    {
        FileState.Live => "live",
        FileState.Draft => "draft",
        FileState.Scheduled => "scheduled",
        FileState.Refused => "refused",
        FileState.Waiting => "waiting",
        FileState.Failed => "failed",
        _ => "deleted",
    };

    public static FileState? Parse(string? key) =>
        Enum.GetValues<FileState>().Cast<FileState?>().FirstOrDefault(s => s!.Value.Key() == key);

    /// <summary>The state of one file.</summary>
    public static string InSwedish(this FileState state) => state switch
    {
        FileState.Live => "Publicerad",
        FileState.Draft => "Utkast",
        FileState.Scheduled => "Schemalagd",
        FileState.Refused => "Går inte att publicera",
        FileState.Waiting => "Väntar",
        FileState.Failed => "Misslyckades",
        _ => "Raderad",
    };

    /// <summary>The files of a state, as a filter names them.</summary>
    public static string PluralInSwedish(this FileState state) => state switch
    {
        FileState.Live => "Publicerade",
        FileState.Draft => "Utkast",
        FileState.Scheduled => "Schemalagda",
        FileState.Refused => "Går inte att publicera",
        FileState.Waiting => "Väntar",
        FileState.Failed => "Misslyckade",
        _ => "Raderade",
    };
}
