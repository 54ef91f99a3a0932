using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>The queries of publishing and of pages. Each is one storage call unless it says otherwise.</summary>
/// <param name="table">The table with the index's rows.</param>
/// <param name="lengths">The lengths of lists.</param>
public sealed partial class SiteIndex(ITable table, ListLengths lengths)
{
    /// <summary>More rows than a closed period can have.</summary>
    public const int All = int.MaxValue;

    /// <summary>The most rows with texts that are read at once: each has up to sixty-four kilobytes.</summary>
    private const int MostTextsOfACall = 200;

    public SiteIndex(ITable table)
        : this(table, new ListLengths())
    {
    }

    public ITable Table => table;

    public ListLengths Lengths => lengths;

    /// <summary>The same queries to another table, which is made from this one.</summary>
    public SiteIndex Through(Func<ITable, ITable> stand) => new(stand(table), lengths);

    public async Task<Versioned<SourceRecord>?> FindSourceAsync(SourcePath path, CancellationToken cancellation) =>
        await table.FindAsync(IndexKeys.Source(path), cancellation) is { } row
            ? new(SourceRecordRow.Codec.Read(row.Columns), row.ETag)
            : null;

    public async Task<Versioned<OutboxEntry>?> FindOutboxEntryAsync(SourcePath path, CancellationToken cancellation) =>
        await table.FindAsync(IndexKeys.OutboxEntry(path), cancellation) is { } row
            ? new(OutboxEntryRow.Codec.Read(row.Columns).Entry, row.ETag)
            : null;

    /// <summary>
    /// A file as it is live, for a text that uses it; two calls if it is missing and another is meant then.
    /// </summary>
    public async Task<UsedAsset> AssetAsync(SourcePath path, CancellationToken cancellation)
    {
        var live = (await FindSourceAsync(path, cancellation))?.Value.Live;
        return new UsedAsset(path, live is not null, live?.Picture)
        {
            Fallback = live is null && path.Fallback is { } other ? await AssetAsync(other, cancellation) : null,
        };
    }

    /// <summary>
    /// The texts that use a file, in the order of their keys; those after one of them, where it is given.
    /// </summary>
    public Task<List<SourcePath>> UsersAsync(
        SourcePath asset, SourcePath? after, int most, CancellationToken cancellation) =>
        ReadAsync(
            after is null
                ? KeyRange.StartingWith(IndexKeys.ReferencesTo(asset))
                : KeyRange.After(IndexKeys.Reference(asset, after), IndexKeys.ReferencesTo(asset)),
            most,
            r => ReferenceRow.Codec.Read(r.Columns),
            cancellation);

    /// <summary>
    /// The texts that link to a page, in the order of their keys; those after one of them, where it is given.
    /// </summary>
    public Task<List<SourcePath>> LinkingAsync(
        PageKey page, SourcePath? after, int most, CancellationToken cancellation) =>
        ReadAsync(
            after is null
                ? KeyRange.StartingWith(IndexKeys.LinksTo(page))
                : KeyRange.After(IndexKeys.Link(page, after), IndexKeys.LinksTo(page)),
            most,
            r => ReferenceRow.Codec.Read(r.Columns),
            cancellation);

    public async Task<UrlOwnership> UrlOwnershipAsync(PageKey page, CancellationToken cancellation) =>
        UrlOwnership.Read(page, await table.FindAsync(IndexKeys.UrlOwnership(page), cancellation));

    public async Task<RenameCandidates> RenameCandidatesAsync(ContentHash key, CancellationToken cancellation) =>
        RenameCandidates.Read(key, await table.FindAsync(IndexKeys.RenameCandidates(key), cancellation));

    public async Task<IReadOnlyList<Claim>> ClaimsOnAsync(PageKey page, CancellationToken cancellation) =>
        await ReadAsync(
            KeyRange.StartingWith(IndexKeys.ClaimsOn(page)), All, r => ClaimRow.Codec.Read(r.Columns), cancellation);

    /// <summary>The next newer article than a position; <c>null</c> where there is none.</summary>
    public Task<PublishedItem?> NewerAsync(DateTimeOffset date, SourcePath path, CancellationToken cancellation) =>
        FirstAfterAsync(IndexKeys.DatedOf(date, path), IndexKeys.Dated, path, cancellation);

    /// <summary>
    /// The next newer articles than a position, oldest first: at most as many as the list of the newest has. Fewer mean
    /// that an article at the position is in that list.
    /// </summary>
    public Task<List<PublishedItem>> AllNewerAsync(
        DateTimeOffset date, SourcePath path, CancellationToken cancellation) =>
        ItemsAsync(KeyRange.After(IndexKeys.DatedOf(date, path), IndexKeys.Dated), lengths.Newest, cancellation);

    /// <summary>Whether an article of a topic at a position is in the list of the topic's newest.</summary>
    public async Task<bool> IsNewestOfAsync(
        Slug topic, DateTimeOffset date, SourcePath path, CancellationToken cancellation)
    {
        var newer = new KeyRange(IndexKeys.Topic(topic), IndexKeys.TopicOf(topic, date, path));
        return (await ReadAsync(newer, lengths.NewestOfTopic, r => r.Key, cancellation)).Count < lengths.NewestOfTopic;
    }

    /// <summary>The next older article than a position; <c>null</c> where there is none.</summary>
    public Task<PublishedItem?> OlderAsync(DateTimeOffset date, SourcePath path, CancellationToken cancellation) =>
        FirstAfterAsync(IndexKeys.LatestOf(date, path), IndexKeys.Latest, path, cancellation);

    /// <summary>
    /// The newest articles, as many as a feed has. Pages that show fewer ask for as many, so that they share one query;
    /// a second one, where an article is pinned.
    /// </summary>
    public async Task<List<PublishedItem>> LatestAsync(CancellationToken cancellation)
    {
        var rows = await PinnedAndLatestAsync(cancellation);
        return rows.Exists(IsPinned)
            ? await ItemsAsync(KeyRange.StartingWith(IndexKeys.Latest), lengths.Newest, cancellation)
            : rows.ConvertAll(r => PublishedItemRow.Codec.Read(r.Columns));
    }

    /// <summary>The articles of a feed, for which the newest and the gaps are queried at once.</summary>
    public async Task<List<PublishedItem>> InFeedsAsync(CancellationToken cancellation)
    {
        var askingGaps = ReadAsync(
            KeyRange.StartingWith(IndexKeys.FeedGaps),
            lengths.Newest,
            r => FeedGapRow.Codec.Read(r.Columns),
            cancellation);
        var newest = await LatestAsync(cancellation);
        return FeedGap.Window(newest, await askingGaps, lengths.Newest);
    }

    /// <summary>
    /// The articles that lead the front page, by their places; as <see cref="LatestAsync"/> asks, so that they take no
    /// query of their own.
    /// </summary>
    public async Task<IReadOnlyList<PublishedItem>> PinnedAsync(int most, CancellationToken cancellation) =>
    [
        .. (await PinnedAndLatestAsync(cancellation)).Where(IsPinned).Take(most)
            .Select(r => PublishedItemRow.Codec.Read(r.Columns)),
    ];

    /// <summary>
    /// Sources of a kind and a state, those that were changed last first, then by path; those behind a moment and a
    /// path, if they are given.
    /// </summary>
    public Task<List<ListedSource>> ListedAsync(
        SourceListKind kind,
        SourceState state,
        DateTimeOffset? changed,
        SourcePath? after,
        int most,
        CancellationToken cancellation) =>
        ReadAsync(
            (changed, after) is ({ } moment, { } path)
                ? KeyRange.After(IndexKeys.ListedOf(kind, state, moment, path), IndexKeys.ListedOf(kind, state))
                : KeyRange.StartingWith(IndexKeys.ListedOf(kind, state)),
            most,
            r => ListedSourceRow.Codec.Read(r.Columns),
            cancellation);

    /// <summary>The articles of a period, newest first; a call for every thousand.</summary>
    /// <param name="from">The period's first moment.</param>
    /// <param name="to">The first moment after it.</param>
    /// <param name="most">How many are wanted at most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<List<PublishedItem>> BetweenAsync(
        DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellation) =>
        ItemsAsync(Period(IndexKeys.Latest, from, to), most, cancellation);

    /// <summary>The articles of a period as sitemaps list them, newest first; a call for every thousand.</summary>
    public Task<List<SitemapEntry>> SitemapEntriesAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        ReadAsync(Period(IndexKeys.Latest, from, to), All, r => SitemapEntry.Read(new(r.Columns)), cancellation);

    /// <summary>
    /// The articles before and after one within a period; <c>null</c> where there is none, or where the article itself
    /// is not in the period. A call for every thousand articles of the period.
    /// </summary>
    public async Task<(PublishedItem? Older, PublishedItem? Newer)> NeighboursBetweenAsync(
        DateTimeOffset from, DateTimeOffset to, DateTimeOffset date, SourcePath path, CancellationToken cancellation)
    {
        var key = IndexKeys.LatestOf(date, path);
        var (isFound, newer) = (false, (Row?)null);
        await foreach (var row in table.QueryAsync(Period(IndexKeys.Latest, from, to), All, cancellation))
        {
            if (isFound)
            {
                return (PublishedItemRow.Codec.Read(row.Columns), Read(newer));
            }

            (isFound, newer) = row.Key == key ? (true, newer) : (false, row);
        }

        return (null, isFound ? Read(newer) : null);

        static PublishedItem? Read(Row? row) => row is null ? null : PublishedItemRow.Codec.Read(row.Columns);
    }

    /// <summary>The articles from a moment on, newest first; a call for every thousand.</summary>
    public Task<List<PublishedItem>> SinceAsync(DateTimeOffset from, int most, CancellationToken cancellation) =>
        ItemsAsync(Period(IndexKeys.Latest, from, DateTimeOffset.MaxValue), most, cancellation);

    /// <summary>
    /// The search entries of the articles of a period, newest first; a call for each two hundred, since their rows have
    /// the texts.
    /// </summary>
    public async Task<List<SearchEntry>> SearchEntriesAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var (found, range) = (new List<SearchEntry>(), Period(IndexKeys.Search, from, to));
        while (true)
        {
            var rows = await ReadAsync(range, MostTextsOfACall, r => r, cancellation);
            found.AddRange(rows.Select(r => SearchEntryRow.Codec.Read(r.Columns)));
            if (rows.Count < MostTextsOfACall)
            {
                return found;
            }

            range = range with { From = rows[^1].Key, WithoutFrom = true };
        }
    }

    /// <summary>The search entries of standing pages, by path.</summary>
    public Task<List<SearchEntry>> StandingSearchEntriesAsync(int most, CancellationToken cancellation) =>
        ReadAsync(
            KeyRange.StartingWith(IndexKeys.StandingSearch),
            most,
            r => SearchEntryRow.Codec.Read(r.Columns),
            cancellation);

    /// <summary>The newest articles of a topic, as many as its feed has.</summary>
    public Task<List<PublishedItem>> LatestOfAsync(Slug topic, CancellationToken cancellation) =>
        ItemsAsync(KeyRange.StartingWith(IndexKeys.Topic(topic)), lengths.NewestOfTopic, cancellation);

    /// <summary>
    /// The newest articles of an author. Page and feed ask for as many, so that they share one query.
    /// </summary>
    public Task<List<PublishedItem>> LatestByAsync(Slug author, CancellationToken cancellation) =>
        ItemsAsync(KeyRange.StartingWith(IndexKeys.Author(author)), lengths.Newest, cancellation);

    /// <summary>The next older articles than a position of which a topic is the first, newest first.</summary>
    public Task<List<PublishedItem>> OlderWithMainAsync(
        Slug topic, DateTimeOffset date, SourcePath path, int most, CancellationToken cancellation) =>
        ItemsAsync(
            KeyRange.After(IndexKeys.RelatedOf(topic, date, path), IndexKeys.Related(topic)), most, cancellation);

    /// <summary>
    /// The pages of the next newer articles than a position of which a topic is the first, oldest first.
    /// </summary>
    public Task<List<PageKey>> NewerWithMainAsync(
        Slug topic, DateTimeOffset date, SourcePath path, int most, CancellationToken cancellation) =>
        ReadAsync(
            KeyRange.After(IndexKeys.RelatedDatedOf(topic, date, path), IndexKeys.RelatedDated(topic)),
            most,
            r => PageRow.Codec.Read(r.Columns).Page,
            cancellation);

    /// <summary>The articles of a topic in a period, newest first; a call for every thousand.</summary>
    public Task<List<PublishedItem>> TopicBetweenAsync(
        Slug topic, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellation) =>
        ItemsAsync(Period(IndexKeys.Topic(topic), from, to), most, cancellation);

    /// <summary>The standing pages as sitemaps list them, by path.</summary>
    public Task<List<SitemapEntry>> StandingSitemapEntriesAsync(CancellationToken cancellation) =>
        ReadAsync(
            KeyRange.StartingWith(IndexKeys.StandingPages), All, r => SitemapEntry.Read(new(r.Columns)), cancellation);

    /// <summary>The articles to come and the texts to expire until a moment, soonest first.</summary>
    public Task<List<ScheduledArticle>> ScheduledAsync(
        DateTimeOffset until, int most, CancellationToken cancellation) =>
        ReadAsync(
            KeyRange.UpToAll(IndexKeys.Scheduled + IndexKeys.OldestFirst(until) + ":", IndexKeys.Scheduled),
            most,
            r => ScheduledArticleRow.Codec.Read(r.Columns),
            cancellation);

    public Task<List<DiagnosedSource>> DiagnosedAsync(int most, CancellationToken cancellation) =>
        ReadAsync(
            KeyRange.StartingWith(IndexKeys.Diagnostics),
            most,
            r => DiagnosedSourceRow.Codec.Read(r.Columns),
            cancellation);

    /// <summary>What is told of topics that share an address, below the place of each: <c>amnen/lan/</c>.</summary>
    public async Task<IReadOnlyList<DiagnosedSource>> SharedTopicsAsync(int most, CancellationToken cancellation)
    {
        var rows = await ReadAsync(KeyRange.StartingWith(IndexKeys.SharedTopics), most, r => r, cancellation);
        return
        [
            .. rows.Where(r => IndexKeys.IsSharedTopic(r.Key)).Select(r => DiagnosedSourceRow.Codec.Read(r.Columns)),
        ];
    }

    /// <summary>Whether a listing leads to pages of its parts, as its summary tells.</summary>
    public async Task<bool> IsDividedAsync(PageKey listing, CancellationToken cancellation) =>
        IndexKeys.SummaryOf(listing) is { } key
        && await table.FindAsync(key, cancellation) is { } row
        && PeriodSummaryRow.IsDivided.Of(new(row.Columns));

    public Task<List<PeriodSummary>> SummariesAsync(string prefix, CancellationToken cancellation) =>
        ReadAsync(KeyRange.StartingWith(prefix), All, r => PeriodSummaryRow.Codec.Read(r.Columns), cancellation);

    /// <summary>What is the same for all pages.</summary>
    public async Task<SiteRows> SiteAsync(CancellationToken cancellation) =>
        SiteRows.Read(await ReadAsync(KeyRange.StartingWith(IndexKeys.Site), All, r => r, cancellation));

    private Task<List<Row>> PinnedAndLatestAsync(CancellationToken cancellation) =>
        ReadAsync(KeyRange.StartingWith(IndexKeys.PinnedAndLatest), lengths.Newest, r => r, cancellation);

    private static bool IsPinned(Row row) => row.Key.StartsWith(IndexKeys.Pinned, StringComparison.Ordinal);

    private async Task<PublishedItem?> FirstAfterAsync(
        string key, string family, SourcePath self, CancellationToken cancellation)
    {
        var items = await ItemsAsync(KeyRange.After(key, family), 1, cancellation);
        return items.Find(l => l.Path != self);
    }

    private Task<List<PublishedItem>> ItemsAsync(KeyRange range, int most, CancellationToken cancellation) =>
        ReadAsync(range, most, r => PublishedItemRow.Codec.Read(r.Columns), cancellation);

    private async Task<List<T>> ReadAsync<T>(
        KeyRange range, int most, Func<Row, T> read, CancellationToken cancellation)
    {
        var found = new List<T>();
        await foreach (var row in table.QueryAsync(range, most, cancellation))
        {
            found.Add(read(row));
        }

        return found;
    }

    /// <summary>A period's keys. They count down, so the period's end comes first.</summary>
    private static KeyRange Period(string family, DateTimeOffset from, DateTimeOffset to) =>
        new(family + IndexKeys.NewestFirstBefore(to), family + IndexKeys.NewestFirstBefore(from));
}
