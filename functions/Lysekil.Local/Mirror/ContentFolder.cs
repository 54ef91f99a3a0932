using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Mirror;

/// <summary>The folder with a site's sources, in place of the editors' uploads.</summary>
internal sealed class ContentFolder(string path)
{
    private static readonly EnumerationOptions EveryFile = new()
    {
        RecurseSubdirectories = true,
        // Links to folders may form cycles, and lead out of the folder.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = true,
    };

    public string FullPath { get; } = Path.GetFullPath(path);

    public bool Exists => Directory.Exists(FullPath);

    /// <summary>
    /// The nearest folder <c>content</c> from <paramref name="start"/> upwards that holds a site;
    /// <c>null</c> if there is none.
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

    /// <summary>The files that can be sources, and those whose names storage refuses.</summary>
    public FolderContents Read()
    {
        var files = new SortedDictionary<string, SourceFile>(StringComparer.Ordinal);
        var refused = new SortedDictionary<string, RefusedFile>(StringComparer.Ordinal);
        var entries = new DirectoryInfo(FullPath).EnumerateFileSystemInfos("*", EveryFile);
        foreach (var entry in entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var path = new SourcePath(NameOf(entry));
            if (IgnoredFiles.Contains(path.Value.TrimEnd('/')))
            {
                continue;
            }

            if (!path.IsStorable)
            {
                // A folder is reported by its files, unless it cannot be opened.
                if (entry is FileInfo || !entry.Exists)
                {
                    refused[path.Value] = new RefusedFile(path, DiagnosticCatalog.NameNotUsable(path));
                }
            }
            else if (entry is FileInfo { Exists: true } file
                && !files.TryAdd(Composed(path), FileOf(Composed(path), file)))
            {
                refused[path.Value] = new RefusedFile(path, DiagnosticCatalog.NameTwice());
            }
        }

        return new FolderContents([.. files.Values], [.. refused.Values]);
    }

    /// <summary>
    /// The path of the file for a blob, whether there is one or not; <c>null</c> if <see cref="Read"/> would not find
    /// a file by this name.
    /// </summary>
    public string? FilePathOf(string name) =>
        Read().Files.FirstOrDefault(file => file.Name == name)?.FullPath ?? NewFilePathOf(new SourcePath(name));

    private string? NewFilePathOf(SourcePath path)
    {
        if (!path.IsWellFormed || Composed(path) != path.Value || IgnoredFiles.Contains(path.Value))
        {
            return null;
        }

        var full = FullPath;
        foreach (var segment in path.Value.Split('/'))
        {
            full = Path.Combine(full, segment);
            if (new DirectoryInfo(full).LinkTarget is not null)
            {
                return null; // It leads out of the folder.
            }
        }

        return full;
    }

    /// <summary>The time zone in the site's settings, or else the default.</summary>
    public TimeZoneInfo ReadTimeZone()
    {
        var settings = Path.Combine(FullPath, "site.yaml");
        return File.Exists(settings) && SiteSettings.Read(File.ReadAllBytes(settings)).Settings is { } read
            ? read.TimeZone
            : SiteSettings.Default.TimeZone;
    }

    private static string Composed(SourcePath path) => path.Value.Normalize(NormalizationForm.FormC);

    private static SourceFile FileOf(string name, FileInfo file) =>
        new(name, file.FullName, file.Length, file.LastWriteTimeUtc);

    /// <summary>
    /// The path below the folder. The runtime shows a byte that is not UTF-8 as U+FFFD; by that name, neither a file
    /// nor a folder can be opened.
    /// </summary>
    private string NameOf(FileSystemInfo entry)
    {
        var name = Path.GetRelativePath(FullPath, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
        return entry is DirectoryInfo ? name + "/" : name;
    }
}
