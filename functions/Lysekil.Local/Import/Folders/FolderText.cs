using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Local.Import.Folders;

/// <summary>A text of a folder of another system.</summary>
/// <param name="Path">Below the folder.</param>
/// <param name="Name">What other texts call it: its file's name, or its folder's if it is an index.</param>
/// <param name="Content">All of it, with <c>\n</c> line ends; empty if it is refused.</param>
/// <param name="Refusal">Tells why it cannot be read; <c>null</c> if it can.</param>
internal sealed record FolderText(string Path, string Name, string Content, Diagnostic? Refusal)
{
    private static readonly string[] OfArticles =
        ["_posts", "posts", "post", "blog", "articles", "artiklar", "news", "nyheter", "_drafts", "drafts", "utkast"];

    /// <summary>The settings that hold a date, the first of which counts.</summary>
    private static readonly string[] OfDates =
        ["date", "datum", "pubDate", "publishDate", "publish_date", "created"];

    /// <summary>The day in its settings or its name; <c>null</c> if it has none.</summary>
    public string? Date { get; private init; }

    /// <summary>Its name without a date, as a part of an address; <c>null</c> if there is no letter or digit.</summary>
    public Slug? Slug { get; private init; }

    public bool IsInArticles => Path.Split('/').SkipLast(1).Any(OfArticles.Contains);

    public bool IsInDrafts => Path.Split('/').SkipLast(1).Any(s => s is "_drafts" or "drafts" or "utkast");

    /// <summary>Whether it only describes a list of others, as Hugo's sections do.</summary>
    public bool IsSection => System.IO.Path.GetFileName(Path).StartsWith("_index.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it tells developers of the repository that holds the site.</summary>
    public bool IsOfRepository =>
        Path.ToUpperInvariant() is "README.MD" or "LICENSE.MD" or "CHANGELOG.MD" or "CONTRIBUTING.MD" or "SECURITY.MD";

    /// <param name="folder">The folder.</param>
    /// <param name="path">The text's path below it.</param>
    /// <param name="zone">The time zone of the site, in which a moment has its day.</param>
    public static FolderText Read(string folder, string path, TimeZoneInfo zone)
    {
        var (content, refusal) = SourceText.Decode(File.ReadAllBytes(System.IO.Path.Combine(folder, path)));
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        var parent = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path)) ?? "";
        name = name.Equals("index", StringComparison.OrdinalIgnoreCase) && parent.Length > 0 ? parent : name;
        var start = ArticleDate.ParseStart(name, zone);
        var date = DateIn(content ?? "", zone) ?? start?.Date; // The engine, too, prefers the settings.
        return new FolderText(path, name, content ?? "", refusal)
        {
            Date = date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Slug = Publishing.Contents.Values.Slug.From(start is { Text.Length: > 0 } dated ? dated.Text : name),
        };
    }

    private static DateTimeOffset? DateIn(string content, TimeZoneInfo zone)
    {
        var settings = FrontMatter.Split(content).FrontMatter.Entries.ToList();
        return OfDates
            .SelectMany(name => settings.Where(s => s.Key.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Select(s => ArticleDate.Parse(s.Value.Value, zone))
            .FirstOrDefault(d => d is not null);
    }
}
