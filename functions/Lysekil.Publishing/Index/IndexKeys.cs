using System.Globalization;
using System.Text;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>
/// The keys of the archive's rows. A table has no index but its keys, so each order in which something is listed is a
/// family of rows with that order in the key.
/// </summary>
public static class IndexKeys
{
    /// <summary>Articles, newest first.</summary>
    public const string Latest = "latest:";

    /// <summary>Articles, oldest first.</summary>
    public const string Dated = "dated:";

    /// <summary>What went live, last first.</summary>
    public const string Recent = "recent:";

    /// <summary>Articles to come, soonest first.</summary>
    public const string Scheduled = "scheduled:";

    /// <summary>Sources that an editor should look at, by path.</summary>
    public const string Diagnostics = "remark:";

    /// <summary>Standing pages, by path.</summary>
    public const string StandingPages = "standing:";

    /// <summary>What search knows of articles, newest first.</summary>
    public const string Search = "search:";

    /// <summary>What search knows of standing pages, by path.</summary>
    public const string StandingSearch = "search-standing:";

    /// <summary>Each source's own row, by path.</summary>
    public const string Sources = "source:";

    /// <summary>What is the same for all pages: settings, templates, and how far the site is built with them.</summary>
    public const string Site = "site:";

    /// <summary>Every page that somebody wants to stand somewhere, by page.</summary>
    public const string Claims = "claim:";

    /// <summary>Who wants a page; one row each.</summary>
    public const string UrlOwnerships = "contest:";

    /// <summary>Which texts use a file; one row each.</summary>
    public const string References = "reference:";

    /// <summary>Who came with a content, by its hash; one row each.</summary>
    public const string RenameCandidateLists = "content:";

    /// <summary>What the page of each period and topic says of itself; one row each.</summary>
    public const string Summaries = "summary:";

    /// <summary>Pages to be rendered again.</summary>
    public const string StalePages = "stale:page:";

    /// <summary>Sources with work left to do after a commit.</summary>
    public const string OutboxEntries = "stale:source:";

    /// <summary>Work that was given up, and why.</summary>
    public const string Failures = "failed:";

    /// <summary>How far the rebuild under way has come.</summary>
    public const string Rebuild = Site + "rebuild";

    /// <summary>How far the sweep under way has come, of whatever stands in <c>$web</c>.</summary>
    public const string Sweep = Site + "sweep";

    /// <summary>What the site was last built with.</summary>
    public const string Built = Site + "built";

    public const string Settings = Site + "settings";

    /// <summary>What reconciles note for themselves and for operators; no page shows it.</summary>
    public const string Reconciles = "reconcile:";

    /// <summary>How far the round under way has come that compares sources with the archive.</summary>
    public const string ReconcileRound = Reconciles + "round";

    /// <summary>What the last whole round found.</summary>
    public const string ReconcileFindings = Reconciles + "findings";

    /// <summary>What the last whole sweep went through.</summary>
    public const string SweepFindings = Reconciles + "sweep";

    /// <summary>Pages that a sweep found out of step, those of the last sweep first.</summary>
    public const string DriftedPages = Reconciles + "drifted:";

    public static string Source(SourcePath path) => Sources + Encode(path.Value);

    public static string OutboxEntry(SourcePath path) => OutboxEntries + Encode(path.Value);

    public static string Stale(PageKey page) => StalePages + Encode(page.Value);

    public static string DriftedPage(string sweep, PageKey page) => DriftedPages + sweep + ":" + Encode(page.Value);

    public static string Template(string name) => Site + "theme:" + Encode(name);

    public static string LatestOf(DateTimeOffset date, SourcePath path) => Latest + NewestFirst(date, path);

    public static string DatedOf(DateTimeOffset date, SourcePath path) => Dated + OldestFirst(date) + "-" + Tie(path, isReversed: false) + ":" + Encode(path.Value);

    public static string RecentOf(DateTimeOffset modified, SourcePath path) => Recent + NewestFirst(modified) + ":" + Encode(path.Value);

    public static string SearchOf(DateTimeOffset date, SourcePath path) => Search + NewestFirst(date, path);

    public static string StandingSearchOf(SourcePath path) => StandingSearch + Encode(path.Value);

    public static string ScheduledOf(DateTimeOffset date, SourcePath path) => Scheduled + OldestFirst(date) + ":" + Encode(path.Value);

    public static string DiagnosticOf(SourcePath path) => Diagnostics + Encode(path.Value);

    public static string StandingPageOf(SourcePath path) => StandingPages + Encode(path.Value);

    public static string Topic(Slug topic) => "topic:" + topic + ":";

    public static string TopicOf(Slug topic, DateTimeOffset date, SourcePath path) =>
        Topic(topic) + NewestFirst(date, path);

    public static string ClaimsOn(PageKey page) => Claims + Encode(page.Value) + ":";

    public static string ClaimOf(PageKey page, SourcePath path) => ClaimsOn(page) + Encode(path.Value);

    public static string ReferencesTo(SourcePath asset) => References + Encode(asset.Value) + ":";

    public static string Reference(SourcePath asset, SourcePath text) => ReferencesTo(asset) + Encode(text.Value);

    public static string UrlOwnership(PageKey page) => UrlOwnerships + Encode(page.Value);

    public static string RenameCandidates(ContentHash content) => RenameCandidateLists + content.Value;

    public static string MonthSummary(Month month) =>
        YearOfMonths(month.Year) + month.Number.ToString("00", CultureInfo.InvariantCulture);

    public const string SearchSummaries = Summaries + "search:";

    public static string SearchSummary(Month month) => SearchSummaries + month;

    public const string StandingSearchSummary = SearchSummaries + "sidor";

    public static string YearOfMonths(int year) => Summaries + Invariant($"month:{year:0000}-");

    public const string YearSummaries = Summaries + "year:";

    public static string YearSummary(int year) => YearSummaries + Invariant($"{year:0000}");

    public const string SitemapSummaries = Summaries + "sitemap:";

    public static string SitemapSummary(string page) => SitemapSummaries + Encode(page);

    public static string TopicYears(Slug topic) => Summaries + $"topic-year:{topic}:";

    public static string TopicYearSummary(Slug topic, int year) => TopicYears(topic) + Invariant($"{year:0000}");

    public const string TopicSummaries = Summaries + "topic:";

    public static string TopicSummary(Slug topic) => TopicSummaries + topic;

    /// <summary>The row in which the page says something of itself to those above it; <c>null</c> where nobody asks.</summary>
    public static string? SummaryOf(PageKey page) => PageRoute.Of(page) switch
    {
        PageRoute.MonthOfYear month => MonthSummary(month.Month),
        PageRoute.SearchShard shard => SearchSummary(shard.Month),
        PageRoute.StandingPagesShard => StandingSearchSummary,
        PageRoute.YearPage year => YearSummary(year.Year),
        PageRoute.TopicYear topic => TopicYearSummary(topic.Topic, topic.Year),
        PageRoute.TopicPage topic => TopicSummary(topic.Topic),
        PageRoute.YearSitemap or PageRoute.StandingPagesSitemap => SitemapSummary(page.Value),
        _ => null,
    };

    /// <summary>A moment as 19 digits that sort with the latest first.</summary>
    public static string NewestFirst(DateTimeOffset moment) =>
        (DateTimeOffset.MaxValue.UtcTicks - moment.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The tick before a moment, likewise; before the first moment that a date can have, too.</summary>
    public static string NewestFirstBefore(DateTimeOffset moment) =>
        (DateTimeOffset.MaxValue.UtcTicks - moment.UtcTicks + 1).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>A moment as 19 digits that sort with the earliest first.</summary>
    public static string OldestFirst(DateTimeOffset moment) => moment.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    private static string NewestFirst(DateTimeOffset date, SourcePath path) =>
        NewestFirst(date) + "-" + Tie(path, isReversed: true) + ":" + Encode(path.Value);

    /// <summary>
    /// Orders what has the same date: by a hash of the path, so that one order can be the exact reverse of the other, and
    /// the article before and the article after are never the same.
    /// </summary>
    private static string Tie(SourcePath path, bool isReversed)
    {
        var hash = ulong.Parse(ContentHash.Of(Encoding.UTF8.GetBytes(path.Value)).Value.AsSpan(0, 16), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (isReversed ? ~hash : hash).ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A name as part of a key: <c>/</c> becomes <c>|</c>, what keys may not hold or use themselves becomes <c>~</c> and
    /// four hexadecimal digits, and a name too long for a key ends in its hash.
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
            else if (c is '\\' or '#' or '?' or '|' or '~' or ':' or '%' or '\'' || char.IsControl(c) || char.IsSurrogate(c))
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
