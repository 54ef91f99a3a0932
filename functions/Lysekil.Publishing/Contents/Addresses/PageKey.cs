using System.Collections.Immutable;
using System.Globalization;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>
/// Identifies a page by its blob's name in <c>$web</c>, such as <c>2019/10/valkyriornas-hostmote/index.html</c>.
/// </summary>
public sealed record PageKey
{
    private const string IndexDocument = "index.html";
    private const int MostCharacters = 400;

    /// <summary>
    /// The report for editors that earlier versions wrote into the container <c>desk</c>. Their rows and messages may
    /// still name it; such work ends as for any page that no source claims.
    /// </summary>
    private const string FormerReport = "desk:index.html";

    private static readonly ImmutableHashSet<string> ReservedFolders =
        ImmutableHashSet.Create(
            StringComparer.Ordinal, "nyhetsarkiv", "amnen", "av", "sok", "artiklar", "bilder", "sidor", "tema");

    private PageKey(string value) => Value = value;

    public static PageKey Front { get; } = new(IndexDocument);

    public static PageKey NewsArchive { get; } = new("nyhetsarkiv/index.html");

    public static PageKey Topics { get; } = new("amnen/index.html");

    public static PageKey Search { get; } = new("sok/index.html");

    public static PageKey Rss { get; } = new("rss.xml");

    public static PageKey Atom { get; } = new("atom.xml");

    public static PageKey JsonFeed { get; } = new("feed.json");

    public static PageKey Sitemap { get; } = new("sitemap.xml");

    public static PageKey StandingPagesSitemap { get; } = new("sitemap-sidor.xml");

    public static PageKey NewsSitemap { get; } = new("sitemap-nyheter.xml");

    public static PageKey NotFound { get; } = new("404.html");

    public static PageKey Robots { get; } = new("robots.txt");

    public static PageKey Favicon { get; } = new("favicon.ico");

    public static PageKey TouchIcon { get; } = new("apple-touch-icon.png");

    public static PageKey Manifest { get; } = new("manifest.webmanifest");

    /// <summary>The blob's name in <c>$web</c>.</summary>
    public string Value { get; }

    /// <summary>
    /// The page's path on the site, percent-encoded (RFC 3986, section 2.1); that of a folder ends with a slash.
    /// </summary>
    public string Url
    {
        get
        {
            var path = Value.EndsWith("/" + IndexDocument, StringComparison.Ordinal) || this == Front
                ? Value[..^IndexDocument.Length]
                : Value;
            return "/" + UrlPath.Escape(path);
        }
    }

    public static PageKey Year(int year) =>
        new(string.Create(CultureInfo.InvariantCulture, $"nyhetsarkiv/{year:0000}/index.html"));

    public static PageKey Month(Month month) =>
        new(string.Create(CultureInfo.InvariantCulture, $"nyhetsarkiv/{month.Year:0000}/{month.Number:00}/index.html"));

    /// <summary>A day of the news archive, where its month has more articles than one page lists.</summary>
    public static PageKey Day(DateOnly day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"nyhetsarkiv/{day:yyyy'/'MM'/'dd}/index.html"));

    public static PageKey Topic(Slug topic) => new($"amnen/{topic}/index.html");

    public static PageKey TopicYear(Slug topic, int year) =>
        new(string.Create(CultureInfo.InvariantCulture, $"amnen/{topic}/{year:0000}/index.html"));

    /// <summary>A month of a topic, where the topic's year has more articles than one page lists.</summary>
    public static PageKey TopicMonth(Slug topic, Month month) => new(string.Create(
        CultureInfo.InvariantCulture, $"amnen/{topic}/{month.Year:0000}/{month.Number:00}/index.html"));

    /// <summary>The feed of a topic's newest articles.</summary>
    public static PageKey TopicFeed(Slug topic) => new($"amnen/{topic}/rss.xml");

    /// <summary>The page of an author's newest articles.</summary>
    public static PageKey Author(Slug author) => new($"av/{author}/index.html");

    /// <summary>The feed of an author's newest articles.</summary>
    public static PageKey AuthorFeed(Slug author) => new($"av/{author}/rss.xml");

    public static PageKey MonthSitemap(Month month) => new($"sitemap-{month}.xml");

    /// <summary>Where the articles of a year were listed once; the sitemaps of its months are listed there.</summary>
    public static PageKey YearSitemap(int year) =>
        new(string.Create(CultureInfo.InvariantCulture, $"sitemap-{year:0000}.xml"));

    public static PageKey StyleSheet(ContentHash hash) => new($"stil.{hash.Value[..16]}.css");

    public static PageKey SearchScript(ContentHash hash) => new($"sok.{hash.Value[..16]}.js");

    public static PageKey ShareScript(ContentHash hash) => new($"dela.{hash.Value[..16]}.js");

    /// <summary>The part of the search index with a month's articles.</summary>
    public static PageKey SearchShard(Month month) => new($"sok/{month}.json");

    /// <summary>The part of the search index with the standing pages.</summary>
    public static PageKey StandingPagesShard { get; } = new("sok/sidor.json");

    public static PageKey Article(Month month, Slug slug) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}/{month.Number:00}/{slug}/index.html"));

    /// <summary>A standing page has the path of its folders below <c>sidor/</c>.</summary>
    public static PageKey StandingPage(IEnumerable<Slug> segments) =>
        new(string.Join('/', segments) + "/" + IndexDocument);

    public static PageKey Asset(SourcePath path) => new(path.Value);

    /// <summary>
    /// A copy of a picture. Its name contains the content's hash, so that browsers can cache it for ever.
    /// </summary>
    /// <param name="path">The picture.</param>
    /// <param name="content">The hash of the picture's file.</param>
    /// <param name="width">The width of the copy, in pixels.</param>
    public static PageKey PictureCopy(SourcePath path, ContentHash content, int width) =>
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"{path.Value}.{content.Value[..PageRoute.PictureCopy.HashDigits]}.{width}.webp"));

    /// <summary>
    /// The page at a path of the site, such as <c>/nyheter/gammal-sida/</c>; <c>null</c> if no page can have the path.
    /// </summary>
    public static PageKey? FromUrl(string url)
    {
        if (!url.StartsWith('/')
            || url.Contains("//", StringComparison.Ordinal)
            || url.AsSpan().IndexOfAny("?#:\\") >= 0)
        {
            return null;
        }

        var path = Uri.UnescapeDataString(url[1..]);
        var isFolder = path.Length == 0
            || path.EndsWith('/')
            || !path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal);
        return Parse(isFolder ? (path.TrimEnd('/') + "/" + IndexDocument).TrimStart('/') : path);
    }

    /// <summary>Parses a key from a message or a row; <c>null</c> if the text is none.</summary>
    public static PageKey? Parse(string text) =>
        text.Length is > 0 and <= MostCharacters
        && HasNames(text)
        && (UrlPath.IsPlain(text) || !text.Any(IsForbidden) || text == FormerReport)
            ? new PageKey(text)
            : null;

    /// <summary>Whether the site itself generates the page, so that no source may claim it.</summary>
    public bool IsReserved =>
        PageRoute.Of(this) is not PageRoute.Claimed || ReservedFolders.Contains(Value.Split('/')[0]);

    public override string ToString() => Value;

    /// <summary>Whether each segment of the path is a name.</summary>
    private static bool HasNames(ReadOnlySpan<char> path)
    {
        foreach (var segment in path.Split('/'))
        {
            if (path[segment] is "" or "." or "..")
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsForbidden(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\\' or '?' or '#' or ':' or '%';
}
