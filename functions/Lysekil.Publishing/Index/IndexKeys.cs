using System.Globalization;
using System.Text;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>
/// The keys of the index's rows. A table is sorted by its keys alone, so each order in which something is listed is a
/// family of rows with that order in the key.
/// </summary>
public static class IndexKeys
{
    /// <summary>Articles, newest first.</summary>
    public const string Latest = "latest:";

    /// <summary>
    /// Articles that lead the front page, by their place, then newest first. The keys sort right before those of
    /// <see cref="Latest"/>, so that one query tells that there are none.
    /// </summary>
    public const string Pinned = "latest-pinned:";

    /// <summary>Where the keys of <see cref="Pinned"/> and <see cref="Latest"/>, and of nothing else, begin.</summary>
    public const string PinnedAndLatest = "latest";

    /// <summary>Articles, oldest first.</summary>
    public const string Dated = "dated:";

    /// <summary>Dates of articles that are in feeds no more, newest first.</summary>
    public const string FeedGaps = "gap:";

    /// <summary>Sources by kind and state, those that were changed last first.</summary>
    public const string Listed = "file:";

    /// <summary>Articles to come and texts to expire, soonest first.</summary>
    public const string Scheduled = "scheduled:";

    /// <summary>Sources with diagnostics, by path.</summary>
    public const string Diagnostics = "remark:";

    /// <summary>Standing pages, by path.</summary>
    public const string StandingPages = "standing:";

    /// <summary>Search entries of articles, newest first.</summary>
    public const string Search = "search:";

    /// <summary>Search entries of standing pages, by path.</summary>
    public const string StandingSearch = "search-standing:";

    /// <summary>Records of sources, by path.</summary>
    public const string Sources = "source:";

    /// <summary>What is the same for all pages: settings, templates, and how far the site is built with them.</summary>
    public const string Site = "site:";

    /// <summary>Claims of sources on pages, by page.</summary>
    public const string Claims = "claim:";

    /// <summary>Ownership of URLs, one row a page: it orders the commits that change claims on the page.</summary>
    public const string UrlOwnerships = "contest:";

    /// <summary>References of texts to files, by file.</summary>
    public const string References = "reference:";

    /// <summary>Links of texts to pages that sources claim, by page.</summary>
    public const string Links = "link:";

    /// <summary>Rename candidates, one row for each text, and for each title and date, by the hash.</summary>
    public const string RenameCandidateLists = "content:";

    /// <summary>Summaries of the pages of periods and topics, one row each.</summary>
    public const string Summaries = "summary:";

    /// <summary>Stale pages: those to be rendered again.</summary>
    public const string StalePages = "stale:page:";

    /// <summary>Outbox entries, by source: work left to do after a commit.</summary>
    public const string OutboxEntries = "stale:source:";

    /// <summary>Failures: work that was given up, and why.</summary>
    public const string Failures = "failed:";

    /// <summary>Pages that a rebuild found to redirect by the site's settings.</summary>
    public const string Redirects = "redirect:";

    /// <summary>The position of the rebuild under way.</summary>
    public const string Rebuild = Site + "rebuild";

    /// <summary>The position of the sweep of <c>$web</c> under way.</summary>
    public const string Sweep = Site + "sweep";

    /// <summary>The rendering version that the whole site was last built with.</summary>
    public const string Built = Site + "built";

    /// <summary>Tells that some listing is divided, or was. It stays.</summary>
    public const string Divided = Site + "divided";

    public const string Settings = Site + "settings";

    /// <summary>Notes of reconciles for later ones and for operators; no page shows them.</summary>
    public const string Reconciles = "reconcile:";

    /// <summary>When a reconcile of the sources last began, which decides whether one is overdue.</summary>
    public const string ReconcileStart = Reconciles + "start";

    /// <summary>The round under way that compares sources with the index.</summary>
    public const string ReconcileRound = Reconciles + "round";

    /// <summary>What the last whole round found.</summary>
    public const string ReconcileFindings = Reconciles + "findings";

    /// <summary>What the last whole sweep found.</summary>
    public const string SweepFindings = Reconciles + "sweep";

    /// <summary>Pages that a sweep found drifted, those of the last sweep first.</summary>
    public const string DriftedPages = Reconciles + "drifted:";

    public static string Source(SourcePath path) => Sources + Encode(path.Value);

    public static string OutboxEntry(SourcePath path) => OutboxEntries + Encode(path.Value);

    public static string Stale(PageKey page) => StalePages + Encode(page.Value);

    public static string Redirect(PageKey page) => Redirects + Encode(page.Value);

    public static string DriftedPage(string sweep, PageKey page) => DriftedPages + sweep + ":" + Encode(page.Value);

    public static string Template(string name) => Site + "theme:" + Encode(name);

    public static string LatestOf(DateTimeOffset date, SourcePath path) => Latest + NewestFirst(date, path);

    public static string FeedGapOf(DateTimeOffset date, SourcePath path) => FeedGaps + NewestFirst(date, path);

    public static string PinnedOf(int place, DateTimeOffset date, SourcePath path) =>
        Pinned + Invariant($"{place}-") + NewestFirst(date, path);

    public static string DatedOf(DateTimeOffset date, SourcePath path) => Dated + OldestFirst(date, path);

    /// <summary>The articles of which a topic is the first, the newest first.</summary>
    public static string Related(Slug topic) => "related:" + topic + ":";

    public static string RelatedOf(Slug topic, DateTimeOffset date, SourcePath path) =>
        Related(topic) + NewestFirst(date, path);

    /// <summary>The pages of the same articles, the oldest first.</summary>
    public static string RelatedDated(Slug topic) => "related-dated:" + topic + ":";

    public static string RelatedDatedOf(Slug topic, DateTimeOffset date, SourcePath path) =>
        RelatedDated(topic) + OldestFirst(date, path);

    public static string ListedOf(SourceListKind kind, SourceState state) => Listed + kind + "-" + state + ":";

    public static string ListedOf(
        SourceListKind kind, SourceState state, DateTimeOffset changed, SourcePath path) =>
        ListedOf(kind, state) + NewestFirst(changed) + ":" + Encode(path.Value);

    public static string SearchOf(DateTimeOffset date, SourcePath path) => Search + NewestFirst(date, path);

    public static string StandingSearchOf(SourcePath path) => StandingSearch + Encode(path.Value);

    public static string ScheduledOf(DateTimeOffset date, SourcePath path) =>
        Scheduled + OldestFirst(date) + ":" + Encode(path.Value);

    public static string DiagnosticOf(SourcePath path) => Diagnostics + Encode(path.Value);

    /// <summary>What is told of a topic's page, which has the place of a folder in the list of files.</summary>
    public static string DiagnosticOf(PageKey topic) => Diagnostics + Encode(topic.Url.TrimStart('/'));

    /// <summary>Where what is told of topics begins; a file of an editor may be there, too.</summary>
    public static string SharedTopics => DiagnosticOf(PageKey.Topics);

    /// <summary>Whether a key is that of a topic, since no file's name ends with a slash.</summary>
    public static bool IsSharedTopic(string key) => key.EndsWith(Encode("/"), StringComparison.Ordinal);

    public static string StandingPageOf(SourcePath path) => StandingPages + Encode(path.Value);

    public static string Topic(Slug topic) => "topic:" + topic + ":";

    public static string TopicOf(Slug topic, DateTimeOffset date, SourcePath path) =>
        Topic(topic) + NewestFirst(date, path);

    public static string Author(Slug author) => "author:" + author + ":";

    public static string AuthorOf(Slug author, DateTimeOffset date, SourcePath path) =>
        Author(author) + NewestFirst(date, path);

    public static string ClaimsOn(PageKey page) => Claims + Encode(page.Value) + ":";

    public static string ClaimOf(PageKey page, SourcePath path) => ClaimsOn(page) + Encode(path.Value);

    public static string ReferencesTo(SourcePath asset) => References + Encode(asset.Value) + ":";

    public static string Reference(SourcePath asset, SourcePath text) => ReferencesTo(asset) + Encode(text.Value);

    public static string LinksTo(PageKey page) => Links + Encode(page.Value) + ":";

    public static string Link(PageKey page, SourcePath text) => LinksTo(page) + Encode(text.Value);

    public static string UrlOwnership(PageKey page) => UrlOwnerships + Encode(page.Value);

    public static string RenameCandidates(ContentHash key) => RenameCandidateLists + key.Value;

    public static string MonthSummary(Month month) =>
        YearOfMonths(month.Year) + month.Number.ToString("00", CultureInfo.InvariantCulture);

    public const string SearchSummaries = Summaries + "search:";

    public static string SearchSummary(Month month) => SearchSummaries + month;

    public const string StandingSearchSummary = SearchSummaries + "sidor";

    public static string YearOfMonths(int year) => Summaries + Invariant($"month:{year:0000}-");

    public const string YearSummaries = Summaries + "year:";

    public static string YearSummary(int year) => YearSummaries + Invariant($"{year:0000}");

    public const string SitemapSummaries = Summaries + "sitemap:";

    /// <summary>The summaries of the sitemaps of a year's months.</summary>
    public static string SitemapsOfYear(int year) => SitemapSummary(Invariant($"sitemap-{year:0000}-"));

    public static string SitemapSummary(string page) => SitemapSummaries + Encode(page);

    public static string TopicYears(Slug topic) => Summaries + $"topic-year:{topic}:";

    public static string TopicMonths(Slug topic, int year) =>
        Summaries + Invariant($"topic-month:{topic}:{year:0000}-");

    public static string DaysOf(Month month) => Summaries + $"day:{month}-";

    public static string TopicYearSummary(Slug topic, int year) => TopicYears(topic) + Invariant($"{year:0000}");

    public const string TopicSummaries = Summaries + "topic:";

    public static string TopicSummary(Slug topic) => TopicSummaries + topic;

    /// <summary>The key of a page's summary; <c>null</c> for a page that has none.</summary>
    public static string? SummaryOf(PageKey page) => PageRoute.Of(page) switch
    {
        PageRoute.MonthOfYear month => MonthSummary(month.Month),
        PageRoute.SearchShard shard => SearchSummary(shard.Month),
        PageRoute.StandingPagesShard => StandingSearchSummary,
        PageRoute.YearPage year => YearSummary(year.Year),
        PageRoute.TopicYear topic => TopicYearSummary(topic.Topic, topic.Year),
        PageRoute.TopicMonth topic =>
            TopicMonths(topic.Topic, topic.Month.Year) + Invariant($"{topic.Month.Number:00}"),
        PageRoute.DayOfMonth { Day: var day } => DaysOf(new Month(day.Year, day.Month)) + Invariant($"{day.Day:00}"),
        PageRoute.TopicPage topic => TopicSummary(topic.Topic),
        // That of a year was written by earlier versions alone, and goes with the next refresh.
        PageRoute.MonthSitemap or PageRoute.YearSitemap or PageRoute.StandingPagesSitemap =>
            SitemapSummary(page.Value),
        _ => null,
    };

    /// <summary>A moment as 19 digits, of which the latest sorts first.</summary>
    public static string NewestFirst(DateTimeOffset moment) =>
        (DateTimeOffset.MaxValue.UtcTicks - moment.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The tick before a moment in the same form, even before the least moment.</summary>
    public static string NewestFirstBefore(DateTimeOffset moment) =>
        (DateTimeOffset.MaxValue.UtcTicks - moment.UtcTicks + 1).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>A moment as 19 digits, of which the earliest sorts first.</summary>
    public static string OldestFirst(DateTimeOffset moment) =>
        moment.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static string OldestFirst(DateTimeOffset date, SourcePath path) =>
        OldestFirst(date) + "-" + Tie(path, isReversed: false) + ":" + Encode(path.Value);

    private static string NewestFirst(DateTimeOffset date, SourcePath path) =>
        NewestFirst(date) + "-" + Tie(path, isReversed: true) + ":" + Encode(path.Value);

    /// <summary>
    /// Orders articles of the same date by a hash of the path. The two orders are exact reverses of each other, so that
    /// the article before one and the article after it are never the same.
    /// </summary>
    private static string Tie(SourcePath path, bool isReversed)
    {
        var digits = ContentHash.Of(Encoding.UTF8.GetBytes(path.Value)).Value.AsSpan(0, 16);
        var hash = ulong.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (isReversed ? ~hash : hash).ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A name as part of a key. <c>/</c> becomes <c>|</c>. A character that a key may not hold or uses itself becomes
    /// <c>~</c> and four hexadecimal digits. A name that is too long for a key ends in its hash.
    /// </summary>
    public static string Encode(string name)
    {
        const int MostCharacters = 220;
        var key = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (c == '/')
            {
                key.Append('|');
            }
            else if (c is '\\' or '#' or '?' or '|' or '~' or ':' or '%' or '\''
                || char.IsControl(c) || char.IsSurrogate(c))
            {
                key.Append('~').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                key.Append(c);
            }
        }

        return key.Length <= MostCharacters
            ? key.ToString()
            : key.ToString(0, MostCharacters - 34) + "~~" + ContentHash.Of(Encoding.UTF8.GetBytes(name)).Value[..32];
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
