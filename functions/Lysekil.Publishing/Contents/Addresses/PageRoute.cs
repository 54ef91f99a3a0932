using System.Globalization;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>The kind of page at a key; a key at which the site itself generates nothing is a source's.</summary>
public abstract record PageRoute
{
    public sealed record Front : PageRoute;

    public sealed record NewsArchive : PageRoute;

    public sealed record YearPage(int Year) : PageRoute;

    public sealed record MonthOfYear(Month Month) : PageRoute;

    public sealed record DayOfMonth(DateOnly Day) : PageRoute;

    public sealed record Topics : PageRoute;

    public sealed record TopicPage(Slug Topic) : PageRoute;

    public sealed record TopicFeed(Slug Topic) : PageRoute;

    public sealed record TopicYear(Slug Topic, int Year) : PageRoute;

    public sealed record TopicMonth(Slug Topic, Month Month) : PageRoute;

    public sealed record AuthorPage(Slug Author) : PageRoute;

    public sealed record AuthorFeed(Slug Author) : PageRoute;

    public sealed record Search : PageRoute;

    public sealed record SearchShard(Month Month) : PageRoute;

    public sealed record StandingPagesShard : PageRoute;

    public sealed record SearchScript : PageRoute;

    public sealed record ShareScript : PageRoute;

    public sealed record Feed(PageKey Page) : PageRoute;

    public sealed record Sitemap : PageRoute;

    public sealed record MonthSitemap(Month Month) : PageRoute;

    public sealed record YearSitemap(int Year) : PageRoute;

    public sealed record StandingPagesSitemap : PageRoute;

    public sealed record NewsSitemap : PageRoute;

    public sealed record NotFound : PageRoute;

    public sealed record Robots : PageRoute;

    public sealed record Favicon : PageRoute;

    public sealed record TouchIcon : PageRoute;

    public sealed record Manifest : PageRoute;

    public sealed record StyleSheet : PageRoute;

    /// <summary>A copy of a picture in another size.</summary>
    /// <param name="Asset">The picture.</param>
    /// <param name="Width">The width of the copy, in pixels.</param>
    public sealed record PictureCopy(SourcePath Asset, int Width) : PageRoute
    {
        public const int HashDigits = 8;
    }

    /// <summary>A page that sources claim: an article, a standing page, an asset, a redirect, or nothing.</summary>
    public sealed record Claimed : PageRoute;

    public static PageRoute Of(PageKey page)
    {
        var parts = page.Value.Split('/');
        return parts switch
        {
            _ when page == PageKey.Front => new Front(),
            _ when page == PageKey.NewsArchive => new NewsArchive(),
            _ when page == PageKey.Topics => new Topics(),
            _ when page == PageKey.Search => new Search(),
            _ when page == PageKey.StandingPagesShard => new StandingPagesShard(),
            _ when page == PageKey.Rss || page == PageKey.Atom || page == PageKey.JsonFeed => new Feed(page),
            _ when page == PageKey.Sitemap => new Sitemap(),
            _ when page == PageKey.StandingPagesSitemap => new StandingPagesSitemap(),
            _ when page == PageKey.NewsSitemap => new NewsSitemap(),
            _ when page == PageKey.NotFound => new NotFound(),
            _ when page == PageKey.Robots => new Robots(),
            _ when page == PageKey.Favicon => new Favicon(),
            _ when page == PageKey.TouchIcon => new TouchIcon(),
            _ when page == PageKey.Manifest => new Manifest(),
            ["nyhetsarkiv", var year, "index.html"] when NumberOf(year, 4) is { } y => new YearPage(y),
            ["nyhetsarkiv", var year, var month, "index.html"]
                when MonthOf($"{year}-{month}") is { } m => new MonthOfYear(m),
            ["nyhetsarkiv", var year, var month, var day, "index.html"]
                when MonthOf($"{year}-{month}") is { } m && NumberOf(day, 2) is { } d && d <= DaysOf(m) =>
                    new DayOfMonth(new DateOnly(m.Year, m.Number, d)),
            ["amnen", var topic, "rss.xml"] when Slug.Parse(topic) is { } slug => new TopicFeed(slug),
            ["amnen", var topic, "index.html"] when Slug.Parse(topic) is { } slug => new TopicPage(slug),
            ["amnen", var topic, var year, "index.html"]
                when Slug.Parse(topic) is { } slug && NumberOf(year, 4) is { } y => new TopicYear(slug, y),
            ["amnen", var topic, var year, var month, "index.html"]
                when Slug.Parse(topic) is { } slug && MonthOf($"{year}-{month}") is { } m => new TopicMonth(slug, m),
            ["av", var author, "index.html"] when Slug.Parse(author) is { } slug => new AuthorPage(slug),
            ["av", var author, "rss.xml"] when Slug.Parse(author) is { } slug => new AuthorFeed(slug),
            [var name] when name.StartsWith("sitemap-", StringComparison.Ordinal)
                && name.EndsWith(".xml", StringComparison.Ordinal)
                && NumberOf(name[8..^4], 4) is { } y => new YearSitemap(y),
            [var name] when name.StartsWith("sitemap-", StringComparison.Ordinal)
                && name.EndsWith(".xml", StringComparison.Ordinal)
                && MonthOf(name[8..^4]) is { } month => new MonthSitemap(month),
            [var name] when name.StartsWith("stil.", StringComparison.Ordinal) => new StyleSheet(),
            ["artiklar" or "bilder", _, ..] when parts[^1].EndsWith(".webp", StringComparison.Ordinal) =>
                PictureCopyAt(page) as PageRoute ?? new Claimed(),
            [var name] when name.StartsWith("sok.", StringComparison.Ordinal) => new SearchScript(),
            [var name] when name.StartsWith("dela.", StringComparison.Ordinal)
                && name.EndsWith(".js", StringComparison.Ordinal) => new ShareScript(),
            ["sok", var name] when name.EndsWith(".json", StringComparison.Ordinal)
                && MonthOf(name[..^5]) is { } month => new SearchShard(month),
            _ => new Claimed(),
        };
    }

    /// <summary>The pages that show the page's summary.</summary>
    public static IReadOnlyList<PageKey> ParentsOf(PageKey page) => Of(page) switch
    {
        MonthOfYear month => [PageKey.Year(month.Month.Year)],
        DayOfMonth day => [PageKey.Month(new Month(day.Day.Year, day.Day.Month))],
        YearPage => [PageKey.NewsArchive],
        SearchShard or StandingPagesShard => [PageKey.Search],
        TopicYear topic => [PageKey.Topic(topic.Topic)],
        TopicMonth topic => [PageKey.TopicYear(topic.Topic, topic.Month.Year)],
        TopicPage => [PageKey.Topics],
        MonthSitemap or StandingPagesSitemap => [PageKey.Sitemap],
        _ => [],
    };

    /// <summary>
    /// The pages that show nothing of the page's summary but that it is there: they follow where it comes or goes.
    /// </summary>
    public static IReadOnlyList<PageKey> NamedBy(PageKey page) =>
        Of(page) is MonthSitemap month ? [PageKey.YearSitemap(month.Month.Year)] : [];

    /// <summary>
    /// Pages that do not show the page's summary, and that a rebuild finds only by it. A rebuild may have passed before
    /// the summary was there, so the refresh that adds a summary also asks for these pages.
    /// </summary>
    public static IReadOnlyList<PageKey> FoundBy(PageKey page) =>
        Of(page) is TopicPage topic ? [PageKey.TopicFeed(topic.Topic)] : [];

    /// <summary>
    /// The pages of a listing's parts, which are there only as long as the listing has more articles than one page
    /// lists. They follow where it begins or ends to have.
    /// </summary>
    public static IReadOnlyList<PageKey> PartsOf(PageKey page) => Of(page) switch
    {
        MonthOfYear { Month: var month } =>
        [
            .. Enumerable.Range(1, DaysOf(month)).Select(d => PageKey.Day(new DateOnly(month.Year, month.Number, d))),
        ],
        TopicYear year =>
            [.. Enumerable.Range(1, 12).Select(m => PageKey.TopicMonth(year.Topic, new Month(year.Year, m)))],
        _ => [],
    };

    /// <summary>The parents of the page, their parents, and so on.</summary>
    public static IEnumerable<PageKey> AncestorsOf(PageKey page) =>
        ParentsOf(page).SelectMany(p => AncestorsOf(p).Prepend(p));

    /// <summary>
    /// The pages that are refreshed after the page if one message asks for both, since they show what it finds.
    /// </summary>
    public static IEnumerable<PageKey> LaterThan(PageKey page) => AncestorsOf(page).Concat(NamedBy(page));

    /// <summary>Whether the page shows many sources, so that each of their publishes touches it.</summary>
    public static bool IsShared(PageKey page) => Of(page) is not (Claimed or PictureCopy);

    /// <summary>
    /// Whether the page lists all articles of a month. The refresher renders it before others, since its query also
    /// answers those for a part of the month.
    /// </summary>
    public static bool ListsMonth(PageKey page) => Of(page) is MonthSitemap;

    private static PictureCopy? PictureCopyAt(PageKey page) =>
        page.Value.Split('.') is [.., var hash, var width, _] parts
        && hash.Length == PictureCopy.HashDigits && hash.All(char.IsAsciiHexDigitLower)
        && width.Length is > 0 and <= 4 && NumberOf(width, width.Length) is { } number
        && string.Join('.', parts[..^3]) is { Length: > 0 } asset
            ? new PictureCopy(new SourcePath(asset), number)
            : null;

    private static int DaysOf(Month month) => DateTime.DaysInMonth(month.Year, month.Number);

    private static Month? MonthOf(string text) =>
        text.Length == 7 && text[4] == '-'
            && NumberOf(text[..4], 4) is { } year && NumberOf(text[5..], 2) is >= 1 and <= 12 and var month
            ? new Month(year, month)
            : null;

    private static int? NumberOf(string text, int digits) =>
        text.Length == digits
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            ? number
            : null;
}
