using System.Text;

namespace Lysekil.Local.Mirror;

/// <summary>The folder that stands in for the editors: what lies here is what they would have uploaded.</summary>
internal sealed class ContentFolder(string path)
{
    private static readonly EnumerationOptions EveryFile = new()
    {
        RecurseSubdirectories = true,
        // Links to folders may lead round in circles, and out of the folder.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = true,
    };

    public string FullPath { get; } = Path.GetFullPath(path);

    public bool Exists => Directory.Exists(FullPath);

    /// <summary>
    /// The nearest folder <c>content</c> from <paramref name="start"/> upwards that holds a site;
    /// <c>null</c> where there is none.
    /// </summary>
    public static ContentFolder? FindFrom(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "content");
            if (File.Exists(Path.Combine(candidate, "site.yaml"))
                || Directory.Exists(Path.Combine(candidate, "artiklar")))
            {
                return new ContentFolder(candidate);
            }
        }

        return null;
    }

    /// <summary>The files that are content, in the ordinal order of their names.</summary>
    public IReadOnlyList<SourceFile> Read()
    {
        var files = new List<SourceFile>();
        foreach (var file in new DirectoryInfo(FullPath).EnumerateFiles("*", EveryFile))
        {
            var name = NameOf(file.FullName);
            if (!EditorFiles.Covers(name))
            {
                files.Add(new SourceFile(name, file.FullName, file.Length, file.LastWriteTimeUtc));
            }
        }

        files.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return files;
    }

    private string NameOf(string fullPath) =>
        Path.GetRelativePath(FullPath, fullPath)
            .Replace(Path.DirectorySeparatorChar, '/')
            .Normalize(NormalizationForm.FormC);
}
