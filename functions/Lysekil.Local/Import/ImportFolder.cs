using Lysekil.Local.Export;
using Lysekil.Local.Mirror;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Local.Import;

/// <summary>
/// The folder that an import writes to. A file that has been changed since an earlier import, or that no import has
/// written, stays as it is. What an earlier import wrote under another name is replaced, not doubled.
/// </summary>
internal sealed class ImportFolder
{
    private readonly string _folder;
    private readonly ImportNotes _notes;
    private readonly Dictionary<string, ImportedFile> _earlier;
    private readonly Dictionary<string, ImportedFile> _files;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public ImportFolder(string folder, ImportNotes notes)
    {
        _folder = Path.GetFullPath(folder);
        _notes = notes;
        Directory.CreateDirectory(_folder);
        TimeZone = new ContentFolder(_folder).ReadTimeZone();
        _earlier = ImportManifest.Read(_folder);
        _files = new Dictionary<string, ImportedFile>(_earlier, StringComparer.Ordinal);
    }

    /// <summary>The time zone of the site whose sources the folder holds.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>Files that were new or have changed.</summary>
    public int Written { get; private set; }

    /// <summary>Files that are as an earlier import left them, and need no change.</summary>
    public int Unchanged { get; private set; }

    /// <summary>A name that no other file of this import has: the wanted one, or one with a number.</summary>
    /// <param name="name">Without its extension.</param>
    /// <param name="extension">With its dot.</param>
    public string Free(string name, string extension)
    {
        var free = name + extension;
        for (var number = 2; !_names.Add(free); number++)
        {
            free = FormattableString.Invariant($"{name}-{number}{extension}");
        }

        return free;
    }

    /// <summary>Writes a file, unless the one in its place is not as an import left it.</summary>
    /// <param name="key">What the file is made of, the same in each import.</param>
    /// <param name="name">Its path below the folder.</param>
    /// <param name="content">Its content.</param>
    public void Write(string key, string name, byte[] content)
    {
        if (ExportPath.Find(_folder, name) is not { } path)
        {
            _notes.Add(name, "The name cannot be a file's, and the file was left out.");
            return;
        }

        var file = new ImportedFile(name, ContentHash.Of(content).Value);
        var before = _earlier.GetValueOrDefault(key);
        if (before is not null && before.Name != name)
        {
            RemoveEarlier(before);
        }

        if (File.Exists(path))
        {
            var there = ContentHash.Of(File.ReadAllBytes(path)).Value;
            if (there == file.Hash)
            {
                Unchanged++;
                _files[key] = file;
                return;
            }

            if (!_earlier.Values.Any(e => e.Name == name && e.Hash == there))
            {
                _notes.Add(name, "The file was changed after an import, or is not of an import, and stays as it is.");
                return;
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        Written++;
        _files[key] = file;
    }

    /// <summary>Notes in the folder what was written, for the next import.</summary>
    public void Finish() => ImportManifest.Write(_folder, _files);

    private void RemoveEarlier(ImportedFile before)
    {
        if (ExportPath.Find(_folder, before.Name) is { } path
            && File.Exists(path)
            && ContentHash.Of(File.ReadAllBytes(path)).Value == before.Hash)
        {
            File.Delete(path);
        }
        else
        {
            _notes.Add(before.Name, "The text has a new name; its earlier file was changed, and stays.");
        }
    }
}
