using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Import.Folders;

/// <summary>The texts and files of a folder of Obsidian, Hugo, Jekyll or Eleventy.</summary>
internal sealed class FolderFiles
{
    private static readonly string[] NotOurs = ["node_modules", "_site", "public", "themes", "resources", "vendor"];

    /// <summary>Folders whose files a site serves from its root.</summary>
    private static readonly string[] Roots = ["static", "assets", "public", "src", "content"];

    private readonly Dictionary<string, FolderText> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, string> _filesByName;

    private FolderFiles(string folder, TimeZoneInfo zone, IReadOnlyList<string> all)
    {
        Folder = folder;
        IsVault = Directory.Exists(Path.Combine(folder, ".obsidian"));
        Texts = [.. all.Where(IsText).Select(p => FolderText.Read(folder, p, zone))];
        foreach (var text in Texts)
        {
            _byName.TryAdd(text.Name, text);
        }

        _filesByName = all
            .Where(p => AssetType.Of(Path.GetExtension(p).ToLowerInvariant()) is not null)
            .ToLookup(p => Path.GetFileName(p), StringComparer.OrdinalIgnoreCase);
    }

    public string Folder { get; }

    /// <summary>Whether it is a vault of Obsidian, whose notes mostly have no date.</summary>
    public bool IsVault { get; }

    public IReadOnlyList<FolderText> Texts { get; }

    /// <param name="folder">A full path.</param>
    /// <param name="zone">The time zone of the site that gets the texts.</param>
    public static FolderFiles In(string folder, TimeZoneInfo zone) =>
        new(
            folder,
            zone,
            [
                .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(p => Path.GetRelativePath(folder, p).Replace('\\', '/'))
                    .Where(p => !p.Split('/').Any(s => s.StartsWith('.') || NotOurs.Contains(s)))
                    .Order(StringComparer.Ordinal),
            ]);

    /// <summary>The text that a link names; <c>null</c> if there is none.</summary>
    /// <param name="name">The name of the text or of its file, with or without a path.</param>
    public FolderText? Text(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..].Trim();
        return _byName.GetValueOrDefault(IsText(file) ? Path.GetFileNameWithoutExtension(file) : file);
    }

    /// <summary>Whether a name is that of a text's file.</summary>
    public static bool IsText(string name) => Path.GetExtension(name).ToLowerInvariant() is ".md" or ".markdown";

    /// <summary>The file to which a text refers, as a path below the folder; <c>null</c> if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reference">A path from the text, from the site's root, or a name alone.</param>
    public string? File(FolderText text, string reference)
    {
        var path = Uri.UnescapeDataString(reference.Split('?', '#')[0]);
        if (path.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var candidates = Roots.Select(r => new SourcePath(r + "/x").Resolve(path.TrimStart('/')))
            .Prepend(path.Length == 0 ? null : new SourcePath(text.Path).Resolve(path));
        return candidates.OfType<SourcePath>().Select(c => c.Value)
            .FirstOrDefault(c => System.IO.File.Exists(Path.Combine(Folder, c)))
            ?? _filesByName[path[(path.LastIndexOf('/') + 1)..]].FirstOrDefault();
    }
}
