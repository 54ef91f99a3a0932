using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>
/// The page on which a manuscript is published: it follows from its name, unless the settings have a slug.
/// </summary>
public static class ManuscriptAddress
{
    private const string BundleName = "index";

    /// <summary>
    /// The name of a manuscript without its extension. A file named <c>index.md</c> bears the name of its folder, in
    /// which its pictures lie beside it (a page bundle).
    /// </summary>
    public static string NameOf(SourcePath path) =>
        IsBundle(path) ? FoldersOf(path)[^1] : Path.GetFileNameWithoutExtension(path.FileName);

    /// <summary>The date with which the name begins; <c>null</c> if there is none.</summary>
    public static DateTimeOffset? DateOf(SourcePath path, TimeZoneInfo zone) =>
        ArticleDate.ParseStart(NameOf(path), zone)?.Date;

    public static bool IsDated(SourcePath path) => DateOf(path, TimeZoneInfo.Utc) is not null;

    /// <summary>The page that follows from the name alone; <c>null</c> if an article's name has no date.</summary>
    public static PageKey? FromName(SourcePath path) => path.Kind switch
    {
        SourceKind.StandingPage => StandingPage(path, null),
        SourceKind.Article when DateOf(path, TimeZoneInfo.Utc) is { } date => Article(path, Month.Of(date), null),
        _ => null,
    };

    /// <summary>
    /// The page of an article; <c>null</c> if its name, or <paramref name="slug"/>, has no letter or digit.
    /// </summary>
    public static PageKey? Article(SourcePath path, Month month, string? slug) =>
        Slug.From(slug ?? UndatedNameOf(path)) is { } last ? PageKey.Article(month, last) : null;

    /// <summary>
    /// The page of a standing page; <c>null</c> if a folder, the name, or <paramref name="slug"/> has no letter or
    /// digit.
    /// </summary>
    public static PageKey? StandingPage(SourcePath path, string? slug)
    {
        var folders = IsBundle(path) ? FoldersOf(path)[..^1] : FoldersOf(path);
        var segments = folders.Select(Slug.From).Append(Slug.From(slug ?? UndatedNameOf(path))).ToList();
        return segments.TrueForAll(s => s is not null) ? PageKey.StandingPage(segments!) : null;
    }

    private static bool IsBundle(SourcePath path) =>
        Path.GetFileNameWithoutExtension(path.FileName).Equals(BundleName, StringComparison.OrdinalIgnoreCase)
            && FoldersOf(path).Length > 0;

    /// <summary>The folders below that of all articles or of all standing pages.</summary>
    private static string[] FoldersOf(SourcePath path) => path.Value.Split('/')[1..^1];

    /// <summary>The name without the date with which it begins; the whole name if nothing else is in it.</summary>
    internal static string UndatedNameOf(SourcePath path)
    {
        var name = NameOf(path);
        return ArticleDate.ParseStart(name, TimeZoneInfo.Utc) is { Text.Length: > 0 } start ? start.Text : name;
    }
}
