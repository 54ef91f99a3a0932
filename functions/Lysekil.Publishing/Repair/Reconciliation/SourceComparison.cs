using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// Compares sources with the archive, both ways. A slice of blobs is held against the rows whose keys lie in the same
/// stretch; what one side alone has is looked up on the other, so that nothing depends on both being sorted alike. It holds
/// no more than one slice of each.
/// </summary>
internal sealed class SourceComparison(SiteStorage storage, SiteIndex index)
{
    /// <summary>Of each side.</summary>
    public const int MostOfASlice = 1_000;

    /// <param name="at">Where the slice begins.</param>
    /// <param name="zone">The site's time zone: sources whose dates were read by another are out of step.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<SourceSlice> CompareAsync(RoundPosition at, string zone, CancellationToken cancellation)
    {
        var listing = await storage.Content.ListAsync(MostOfASlice, at.Continuation, cancellation);
        var blobs = listing.Blobs.Select(SourceVersion.Of).Where(v => v.Path.Kind != SourceKind.Ignored)
            .ToDictionary(v => IndexKeys.Source(v.Path), StringComparer.Ordinal);
        var last = blobs.Keys.Append(at.From).Max(StringComparer.Ordinal)!;
        var rows = await RowsAsync(at.Reached, listing.Continuation is null ? null : last, cancellation);
        var reached = rows.Count < MostOfASlice || (listing.Continuation is not null && rows[^1].Key == last) ? null : rows[^1].Key;
        var drifted = new List<SourcePath>();
        foreach (var row in rows)
        {
            var record = SourceRecordRow.Read(row.Columns);
            var isListed = blobs.Remove(row.Key, out var version);
            if (!IsInStep(record, isListed ? version : await FindAsync(record, cancellation), zone)
                || (isListed && !SourceTags.Are(listing.Tags.GetValueOrDefault(record.Path.Value), record) && await EnsureOutboxEntryAsync(record.Path, cancellation)))
            {
                drifted.Add(record.Path);
            }
        }

        var unseen = 0;
        foreach (var (key, version) in blobs.Where(b => IsDue(b.Key, at, reached)))
        {
            // A row that lies elsewhere is compared there, or was.
            if (await index.Table.FindAsync(key, cancellation) is null)
            {
                drifted.Add(version.Path);
                unseen++;
            }
        }

        return new SourceSlice(drifted, rows.Count + unseen, Next(at, listing, last, reached));
    }

    /// <summary>Whether this step looks a blob up: one that it comes past, or with the first step one that lies before the stretch.</summary>
    private static bool IsDue(string key, RoundPosition at, string? reached) => string.CompareOrdinal(key, at.Reached) > 0
        ? reached is null || string.CompareOrdinal(key, reached) <= 0
        : at.Reached == at.From;

    private static RoundPosition? Next(RoundPosition at, BlobSlice listing, string last, string? reached) => (reached, listing.Continuation) switch
    {
        ({ } key, _) => at with { Reached = key },
        (_, { } continuation) => new RoundPosition(continuation, last, last),
        _ => null,
    };

    private async Task<List<Row>> RowsAsync(string after, string? last, CancellationToken cancellation)
    {
        var stretch = last is null ? KeyRange.After(after, IndexKeys.Sources) : new KeyRange(after, last + "\u0020", WithoutFrom: true);
        return await index.Table.QueryAsync(stretch, MostOfASlice, cancellation).ToListAsync(cancellation);
    }

    /// <summary>A source that was not in its slice: nearly always one that is gone, as the archive knows.</summary>
    private async Task<SourceVersion?> FindAsync(SourceRecord record, CancellationToken cancellation) =>
        record.State != SourceState.Deleted && await storage.Content.FindAsync(record.Path.Value, cancellation) is { } blob
            ? SourceVersion.Of(blob)
            : null;

    /// <summary>
    /// Has a source told of again, whose editor is told of an old state: by a publish so slow that another took its message,
    /// and was done, before it wrote the tags and failed. <c>false</c> where somebody is at it.
    /// </summary>
    private async Task<bool> EnsureOutboxEntryAsync(SourcePath path, CancellationToken cancellation) =>
        await index.Table.CommitAsync([SiteIndex.PutOutboxEntry(path, OutboxEntry.None, expected: null)], cancellation) is not null;

    private static bool IsInStep(SourceRecord record, SourceVersion? version, string zone) => version is null
        ? record.State == SourceState.Deleted
        : record.Seen == version.ETag && record.Rules == NextRecord.Rules && record.TimeZone == zone;
}
