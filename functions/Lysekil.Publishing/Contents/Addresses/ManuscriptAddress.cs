using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>Where a manuscript is published: told by its file's name, unless its settings say otherwise.</summary>
public static class ManuscriptAddress
{
    /// <summary>The address that the name alone gives; <c>null</c> where an article's name has no date.</summary>
    public static PageKey? FromName(SourcePath path) => path.Kind switch
    {
        SourceKind.StandingPage => StandingPage(path, null),
        SourceKind.Article when ArticleDate.ParseStart(path.FileName, TimeZoneInfo.Utc) is { } start =>
            Article(path, Month.Of(start.Date), null),
        _ => null,
    };

    /// <summary><c>null</c> where neither name nor <paramref name="slug"/> has a letter or digit.</summary>
    public static PageKey? Article(SourcePath path, Month month, string? slug) =>
        Slug.From(slug ?? NameOf(path)) is { } last ? PageKey.Article(month, last) : null;

    /// <summary><c>null</c> where a folder, name or <paramref name="slug"/> has no letter or digit.</summary>
    public static PageKey? StandingPage(SourcePath path, string? slug)
    {
        var folders = path.Value.Split('/')[1..^1].Select(Slug.From);
        var segments = folders.Append(Slug.From(slug ?? NameOf(path))).ToList();
        return segments.TrueForAll(s => s is not null) ? PageKey.StandingPage(segments!) : null;
    }

    private static string NameOf(SourcePath path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path.FileName);
        return ArticleDate.ParseStart(name, TimeZoneInfo.Utc) is { Text.Length: > 0 } start ? start.Text : name;
    }
}
