using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>
/// The rows that the index holds for a source, as a pure function of its record: so the records before and after tell a
/// commit which rows come, go or change.
/// </summary>
public static class IndexRows
{
    /// <summary>
    /// Keys and columns of all rows but the source's own. A search entry has the hash of its text instead of the text.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(SourceRecord? record)
    {
        var rows = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        if (record is null)
        {
            return rows;
        }

        if (record.Live is { } live)
        {
            AddLive(rows, record, live);
        }

        if (ListedSource.Of(record) is { } listed)
        {
            rows[IndexKeys.ListedOf(listed.Kind, listed.State, listed.Changed, listed.Path)] =
                ListedSourceRow.Codec.Write(listed);
        }

        if (record is { Path.Kind: SourceKind.Settings or SourceKind.Theme, Accepted: { } accepted })
        {
            var key = record.Path.Kind == SourceKind.Settings
                ? IndexKeys.Settings
                : IndexKeys.Template(record.Path.FileName);
            rows[key] = SiteFileRow.Codec.Write(
                new(record.Path.FileName, accepted, record.Earlier, record.FeedIdentity));
        }

        if (record.FormerDate is { } left)
        {
            rows[IndexKeys.FeedGapOf(left, record.Path)] = FeedGapRow.Codec.Write(left);
        }

        if (record.WaitsFor is { } page)
        {
            rows[IndexKeys.ClaimOf(page, record.Path)] =
                ClaimRow.Codec.Write(new(page, record.Path, ClaimKind.Waiting, null));
        }

        if (record.Due is { } due)
        {
            var title = record.ScheduledTitle ?? record.Live?.Title ?? "";
            rows[IndexKeys.ScheduledOf(due, record.Path)] = ScheduledArticleRow.Codec.Write(
                new(record.Path, title, due) { IsExpiry = record.ScheduledFor is null });
        }

        if (record.Diagnostics.Count > 0)
        {
            rows[IndexKeys.DiagnosticOf(record.Path)] =
                DiagnosedSourceRow.Codec.Write(new(record.Path, record.Diagnostics));
        }

        return rows;
    }

    /// <summary>The changes that lead from the rows of one record to those of the next.</summary>
    /// <param name="before">The present record.</param>
    /// <param name="after">The next record.</param>
    /// <param name="searchText">The text whose hash the next record holds; needed where the text is new.</param>
    public static IEnumerable<RowChange> Changes(SourceRecord? before, SourceRecord? after, string? searchText)
    {
        var (old, rows) = (Of(before), Of(after));
        foreach (var key in old.Keys.Where(k => !rows.ContainsKey(k)))
        {
            yield return new RowChange.Delete(key);
        }

        foreach (var (key, columns) in rows)
        {
            if (!old.TryGetValue(key, out var had) || !Same(had, columns))
            {
                var whole = IsOfSearch(key) ? SearchEntryRow.WithText(columns, searchText) : columns;
                yield return new RowChange.Upsert(key, whole);
            }
        }
    }

    private static bool IsOfSearch(string key) =>
        key.StartsWith(IndexKeys.Search, StringComparison.Ordinal)
        || key.StartsWith(IndexKeys.StandingSearch, StringComparison.Ordinal);

    private static void AddLive(
        Dictionary<string, IReadOnlyDictionary<string, string>> rows, SourceRecord record, PublishedItem live)
    {
        var item = PublishedItemRow.Codec.Write(live);
        rows[IndexKeys.ClaimOf(live.Page, live.Path)] =
            ClaimRow.Codec.Write(new(live.Page, live.Path, ClaimKind.Live, live));
        foreach (var former in record.Redirects)
        {
            rows[IndexKeys.ClaimOf(former, live.Path)] =
                ClaimRow.Codec.Write(new(former, live.Path, ClaimKind.Redirect, live));
        }

        if (live.Expired is not null)
        {
            return;
        }

        if (live.Path.Kind == SourceKind.StandingPage)
        {
            rows[IndexKeys.StandingPageOf(live.Path)] = item;
            if (record.SearchText is { } words)
            {
                rows[IndexKeys.StandingSearchOf(live.Path)] = SearchEntryRow.Codec.Write(SearchEntry.Of(live, words));
            }
        }

        if (live.Date is { } date)
        {
            rows[IndexKeys.LatestOf(date, live.Path)] = item;
            rows[IndexKeys.DatedOf(date, live.Path)] = item;
            if (record.SearchText is { } text)
            {
                rows[IndexKeys.SearchOf(date, live.Path)] = SearchEntryRow.Codec.Write(SearchEntry.Of(live, text));
            }

            if (live.Pin > 0)
            {
                rows[IndexKeys.PinnedOf(live.Pin, date, live.Path)] = item;
            }

            if (record.MainTopic is { } main)
            {
                rows[IndexKeys.RelatedOf(main, date, live.Path)] = item;
                rows[IndexKeys.RelatedDatedOf(main, date, live.Path)] = PageRow.Codec.Write((live.Page, null));
            }

            foreach (var author in live.Authors)
            {
                rows[IndexKeys.AuthorOf(author.Slug, date, live.Path)] = item;
            }

            foreach (var topic in live.Topics)
            {
                rows[IndexKeys.TopicOf(topic.Slug, date, live.Path)] = item;
            }
        }
    }

    /// <summary>
    /// Whether two rows have the same columns. Equal records may differ in them: they may name one moment in two time
    /// zones.
    /// </summary>
    internal static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(c => other.TryGetValue(c.Key, out var value) && value == c.Value);
}
