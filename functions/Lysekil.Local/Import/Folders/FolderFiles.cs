using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Local.Import.Folders;

/// <summary>The texts and files of a folder of Obsidian, Hugo, Jekyll or Eleventy.</summary>
internal sealed class FolderFiles
{
    private static readonly string[] NotOurs = ["node_modules", "_site", "public", "themes", "resources", "vendor"];

    /// <summary>Folders whose files a site serves from its root.</summary>
    private static readonly string[] Roots = ["static", "assets", "public", "src", "content"];

    private readonly Dictionary<string, FolderText> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, string> _filesByName;

    private FolderFiles(string folder, IReadOnlyList<string> all)
    {
        Folder = folder;
        IsVault = Directory.Exists(Path.Combine(folder, ".obsidian"));
        Texts =
        [
            .. all.Where(p => Path.GetExtension(p).ToLowerInvariant() is ".md" or ".markdown")
                .Select(p => FolderText.Read(folder, p)),
        ];
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

    public static FolderFiles In(string folder) =>
        new(
            folder,
            [
                .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(p => Path.GetRelativePath(folder, p).Replace('\\', '/'))
                    .Where(p => !p.Split('/').Any(s => s.StartsWith('.') || NotOurs.Contains(s)))
                    .Order(StringComparer.Ordinal),
            ]);

    /// <summary>The text that a wiki link names; <c>null</c> if there is none.</summary>
    public FolderText? Text(string name) => _byName.GetValueOrDefault(name[(name.LastIndexOf('/') + 1)..].Trim());

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

/// <summary>A text of such a folder.</summary>
/// <param name="Path">Below the folder.</param>
/// <param name="Name">What other texts call it: its file's name, or its folder's if it is an index.</param>
/// <param name="Date">The date in its name or its settings; <c>null</c> if it has none.</param>
/// <param name="Content">All of it.</param>
internal sealed partial record FolderText(string Path, string Name, string? Date, string Content)
{
    private static readonly string[] OfArticles =
        ["_posts", "posts", "post", "blog", "articles", "artiklar", "news", "nyheter", "_drafts", "drafts", "utkast"];

    public bool IsInArticles => Path.Split('/').SkipLast(1).Any(OfArticles.Contains);

    public bool IsInDrafts => Path.Split('/').SkipLast(1).Any(s => s is "_drafts" or "drafts" or "utkast");

    /// <summary>Whether it only describes a list of others, as Hugo's sections do.</summary>
    public bool IsSection => System.IO.Path.GetFileName(Path).StartsWith("_index.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it tells developers of the repository that holds the site.</summary>
    public bool IsOfRepository =>
        Path.ToUpperInvariant() is "README.MD" or "LICENSE.MD" or "CHANGELOG.MD" or "CONTRIBUTING.MD" or "SECURITY.MD";

    public Slug? Slug => Publishing.Contents.Values.Slug.From(NameDate().Replace(Name, ""));

    public static FolderText Read(string folder, string path)
    {
        var content = System.IO.File.ReadAllText(System.IO.Path.Combine(folder, path));
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        var parent = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)) ?? "";
        name = name.Equals("index", StringComparison.OrdinalIgnoreCase) && parent.Length > 0 ? parent : name;
        var inName = NameDate().Match(name);
        var written = inName.Success ? inName : SettingDate().Match(Settings(content));
        return new FolderText(path, name, written.Success ? written.Groups["date"].Value : null, content);
    }

    private static string Settings(string content)
    {
        var fence = content.StartsWith("---", StringComparison.Ordinal) ? "\n---"
            : content.StartsWith("+++", StringComparison.Ordinal) ? "\n+++" : null;
        var end = fence is null ? -1 : content.IndexOf(fence, StringComparison.Ordinal);
        return end < 0 ? "" : content[..end];
    }

    [GeneratedRegex(@"^(?<date>\d{4}-\d\d-\d\d)[-_ ]+")]
    private static partial Regex NameDate();

    [GeneratedRegex(
        @"^(?:date|datum|pubDate|publishDate|publish_date|created)\s*[:=]\s*[""']?(?<date>\d{4}-\d\d-\d\d)",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SettingDate();
}
