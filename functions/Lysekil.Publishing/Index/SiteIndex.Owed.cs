using System.Runtime.CompilerServices;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <content>What is owed: failures, outbox entries and stale rows.</content>
public sealed partial class SiteIndex
{
    /// <summary>The stale rows of fewer pages are read one by one.</summary>
    private const int ManyPages = 4;

    /// <summary>The most rows that one call returns.</summary>
    private const int MostOfACall = 1_000;

    /// <summary>Work that was given up, in no particular order.</summary>
    public Task<List<Versioned<Failure>>> FailuresAsync(int most, CancellationToken cancellation) =>
        ReadAsync(
            KeyRange.StartingWith(IndexKeys.Failures),
            most,
            r => new Versioned<Failure>(FailureRow.Codec.Read(r.Columns), r.ETag),
            cancellation);

    /// <summary>The sources with an outbox entry; a call for every thousand.</summary>
    public async IAsyncEnumerable<SourcePath> OutboxSourcesAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync(KeyRange.StartingWith(IndexKeys.OutboxEntries), All, cancellation))
        {
            yield return OutboxEntryRow.Path.Of(new(row.Columns));
        }
    }

    public IAsyncEnumerable<PageKey> StalePagesAsync(CancellationToken cancellation) =>
        StalePagesAsync(All, cancellation);

    public async IAsyncEnumerable<PageKey> StalePagesAsync(
        int most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in table.QueryAsync(KeyRange.StartingWith(IndexKeys.StalePages), most, cancellation))
        {
            yield return PageRow.Page.Of(new(row.Columns));
        }
    }

    /// <summary>
    /// The stale rows of those of some pages that are stale, by key. One call for many pages, unless more rows lie
    /// between them than one call returns.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, Row>> FindStaleAsync(
        IReadOnlyCollection<PageKey> pages, CancellationToken cancellation)
    {
        var keys = pages.Select(IndexKeys.Stale).ToHashSet(StringComparer.Ordinal);
        var rows = keys.Count < ManyPages
            ? []
            : await ReadAsync(
                KeyRange.Between(keys.Min(StringComparer.Ordinal)!, keys.Max(StringComparer.Ordinal)!),
                MostOfACall,
                r => r,
                cancellation);
        var beyond = keys.Count < ManyPages ? keys
            : rows.Count < MostOfACall ? []
            : keys.Where(k => string.CompareOrdinal(k, rows[^1].Key) > 0);
        var found = await Task.WhenAll(beyond.Select(k => table.FindAsync(k, cancellation)));
        return rows.Concat(found.OfType<Row>())
            .Where(r => keys.Contains(r.Key))
            .ToDictionary(r => r.Key, StringComparer.Ordinal);
    }

    /// <summary>The change that makes a page stale.</summary>
    public static RowChange MarkStale(PageKey page) => MarkStale(page, null);

    /// <param name="page">The page.</param>
    /// <param name="sweep">The sweep that only checks whether the page is in step: if not, it has drifted.</param>
    public static RowChange MarkStale(PageKey page, string? sweep) =>
        new RowChange.Upsert(IndexKeys.Stale(page), PageRow.Codec.Write((page, sweep)));

    /// <summary>The change that writes a source's outbox entry.</summary>
    public static RowChange PutOutboxEntry(SourcePath path, OutboxEntry work, ETag? expected) => expected is { } etag
        ? new RowChange.Replace(IndexKeys.OutboxEntry(path), OutboxEntryRow.Codec.Write((path, work)), etag)
        : new RowChange.Insert(IndexKeys.OutboxEntry(path), OutboxEntryRow.Codec.Write((path, work)));
}
