using System.Text;

namespace Lysekil.Local.Import;

/// <summary>
/// The list of the files that imports have written to a folder: by it, the next import knows its own files, and which
/// of them have been changed since.
/// </summary>
internal static class ImportManifest
{
    public const string FileName = ".lysekil-import";

    /// <summary>The files by the key of what they were made of; empty if there was no import.</summary>
    public static Dictionary<string, ImportedFile> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var files = new Dictionary<string, ImportedFile>(StringComparer.Ordinal);
        foreach (var line in File.Exists(path) ? File.ReadLines(path, Encoding.UTF8) : [])
        {
            if (line.Split('\t') is [var key, var hash, var name])
            {
                files[key] = new ImportedFile(name, hash);
            }
        }

        return files;
    }

    public static void Write(string folder, IReadOnlyDictionary<string, ImportedFile> files) =>
        File.WriteAllText(
            Path.Combine(folder, FileName),
            string.Concat(files
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => $"{f.Key}\t{f.Value.Hash}\t{f.Value.Name}\n")));
}

/// <summary>A file that an import has written.</summary>
/// <param name="Name">Its path below the folder.</param>
/// <param name="Hash">The hash of its content as it was written.</param>
internal sealed record ImportedFile(string Name, string Hash);
