using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>
/// The rows that the archive holds for a source, as a pure function of its record: so a commit can tell which rows come,
/// go or change from the records before and after alone.
/// </summary>
public static class IndexRows
{
    /// <summary>Keys and columns of all rows but the source's own; of the text that search looks through, its hash alone.</summary>
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

        if (record is { Path.Kind: SourceKind.Settings or SourceKind.Theme, Accepted: { } accepted })
        {
            var key = record.Path.Kind == SourceKind.Settings ? IndexKeys.Settings : IndexKeys.Template(record.Path.FileName);
            rows[key] = new RowWriter().Add("name", record.Path.FileName).Add("accepted", accepted.Value).Values;
        }

        if (record.WaitsFor is { } page)
        {
            rows[IndexKeys.ClaimOf(page, record.Path)] = Claim.Write(ClaimKind.Waiting, page, record.Path, null);
        }

        if (record.ScheduledFor is { } date)
        {
            rows[IndexKeys.ScheduledOf(date, record.Path)] =
                new RowWriter().Add("path", record.Path.Value).Add("title", record.ScheduledTitle).Add("date", date).Values;
        }

        if (record.Diagnostics.Count > 0)
        {
            rows[IndexKeys.DiagnosticOf(record.Path)] =
                new RowWriter().Add("path", record.Path.Value).Add("remarks", SourceRecordRow.WriteDiagnostics(record.Diagnostics)).Values;
        }

        return rows;
    }

    /// <summary>The changes that lead from the rows of one record to those of the next.</summary>
    /// <param name="before">The record as it was.</param>
    /// <param name="after">The record as it shall be.</param>
    /// <param name="searchText">The text whose hash the next record has; needed where that text is new.</param>
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
                yield return new RowChange.Upsert(key, IsOfSearch(key) ? SearchEntry.WithText(columns, searchText) : columns);
            }
        }
    }

    private static bool IsOfSearch(string key) =>
        key.StartsWith(IndexKeys.Search, StringComparison.Ordinal) || key.StartsWith(IndexKeys.StandingSearch, StringComparison.Ordinal);

    private static void AddLive(
        Dictionary<string, IReadOnlyDictionary<string, string>> rows, SourceRecord record, PublishedItem live)
    {
        var item = PublishedItemRow.Write(live).Values;
        rows[IndexKeys.ClaimOf(live.Page, live.Path)] = Claim.Write(ClaimKind.Live, live.Page, live.Path, live);
        foreach (var former in record.Redirects)
        {
            rows[IndexKeys.ClaimOf(former, live.Path)] = Claim.Write(ClaimKind.Redirect, former, live.Path, live);
        }

        if (live.Path.Kind == SourceKind.StandingPage)
        {
            rows[IndexKeys.StandingPageOf(live.Path)] = item;
            if (record.SearchText is { } words)
            {
                rows[IndexKeys.StandingSearchOf(live.Path)] = SearchEntry.Write(live, words);
            }
        }

        if (live.Path.Kind is SourceKind.Article or SourceKind.StandingPage)
        {
            rows[IndexKeys.RecentOf(live.Modified, live.Path)] = item;
        }

        if (live.Date is { } date)
        {
            rows[IndexKeys.LatestOf(date, live.Path)] = item;
            rows[IndexKeys.DatedOf(date, live.Path)] = item;
            if (record.SearchText is { } text)
            {
                rows[IndexKeys.SearchOf(date, live.Path)] = SearchEntry.Write(live, text);
            }

            foreach (var topic in live.Topics)
            {
                rows[IndexKeys.TopicOf(topic.Slug, date, live.Path)] = item;
            }
        }
    }

    /// <summary>Whether two rows say the same, to the letter: two records may be equal and name one moment by two clocks.</summary>
    internal static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(c => other.TryGetValue(c.Key, out var value) && value == c.Value);
}
