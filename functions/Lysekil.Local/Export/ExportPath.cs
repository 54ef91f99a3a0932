namespace Lysekil.Local.Export;

/// <summary>Turns a blob's name into a place below the export folder, and nowhere else.</summary>
internal static class ExportPath
{
    private static readonly char[] Unsafe = ['\\', ':', '\0'];

    /// <summary>The file for a blob; <c>null</c> where its name would lead out of the folder.</summary>
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
        return path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : null;
    }
}
