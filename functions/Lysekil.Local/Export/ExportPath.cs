namespace Lysekil.Local.Export;

/// <summary>Turns a blob's name into a path below the export folder.</summary>
internal static class ExportPath
{
    private static readonly char[] Unsafe = ['\\', ':', '\0'];

    /// <summary>The file for a blob; <c>null</c> if its name would lead out of the folder.</summary>
    /// <param name="folder">A full path.</param>
    /// <param name="name">The blob's name.</param>
    public static string? Find(string folder, string name)
    {
        var segments = name.Split('/');
        if (segments.Any(segment => segment is "" or "." or ".." || segment.IndexOfAny(Unsafe) >= 0)
            || name == ExportManifest.FileName)
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine([folder, .. segments]));
        var root = Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;
        return path.StartsWith(root, StringComparison.Ordinal) ? path : null;
    }
}
