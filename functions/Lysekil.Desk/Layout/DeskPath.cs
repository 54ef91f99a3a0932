using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Desk.Layout;

/// <summary>File names in addresses and forms: the only way from what a browser sends to the name of a blob.</summary>
internal static class DeskPath
{
    /// <summary>
    /// A file that may be looked at, also one whose name is refused; <c>null</c> for a name that a client could read as
    /// another one, as one outside of the container.
    /// </summary>
    public static SourcePath? Readable(string? text) =>
        !string.IsNullOrEmpty(text)
        && new SourcePath(text) is { IsStorable: true } path
        && path.Value.Split('/').All(segment => segment is not ("" or "." or ".."))
            ? path
            : null;

    /// <summary>A file that may be written: its name is well formed, and its folder is one of the site's.</summary>
    public static SourcePath? Writable(string? text) =>
        Readable(text) is { } path && IsWritable(path) ? path : null;

    public static bool IsWritable(SourcePath path) =>
        path.IsWellFormed && path.Kind is not (SourceKind.Ignored or SourceKind.Misplaced);
}
