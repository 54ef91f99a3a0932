using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Repair.Reconciliation;

/// <summary>
/// Compares sources with the index, both ways. A slice of blobs is compared with the rows whose keys lie in the same
/// range. What only one side has is looked up on the other, so that nothing depends on both being sorted alike. It
/// holds one slice of each side at most.
/// </summary>
internal sealed class SourceComparison(SiteStorage storage, SiteIndex index)
{
    /// <summary>Blobs or rows of one slice.</summary>
    public const int MostOfASlice = 1_000;

    /// <summary>
    /// Compares the slice that begins at a position. Sources that were validated by other settings than
    /// <paramref name="settings"/> are out of step.
    /// </summary>
    public async Task<SourceSlice> CompareAsync(RoundPosition at, SiteSettings settings, CancellationToken cancellation)
    {
        var listing = await storage.Content.ListAsync(MostOfASlice, at.Continuation, cancellation);
        var blobs = listing.Blobs.Select(SourceVersion.Of).Where(v => v.Path.Kind != SourceKind.Ignored)
            .ToDictionary(v => IndexKeys.Source(v.Path), StringComparer.Ordinal);
        var last = blobs.Keys.Append(at.From).Max(StringComparer.Ordinal)!;
        var rows = await RowsAsync(at.Reached, listing.Continuation is null ? null : last, cancellation);
        var isWhole = rows.Count < MostOfASlice || (listing.Continuation is not null && rows[^1].Key == last);
        var reached = isWhole ? null : rows[^1].Key;
        var drifted = new List<SourcePath>();
        foreach (var row in rows)
        {
            var record = SourceRecordRow.Codec.Read(row.Columns);
            var isListed = blobs.Remove(row.Key, out var version);
            if (!IsInStep(record, isListed ? version : await FindAsync(record, cancellation), settings)
                || (isListed && !SourceTags.Are(listing.Tags.GetValueOrDefault(record.Path.Value), record)
                    && await EnsureOutboxEntryAsync(record.Path, cancellation)))
            {
                drifted.Add(record.Path);
            }
        }

        var unseen = 0;
        foreach (var (key, version) in blobs.Where(b => IsDue(b.Key, at, reached)))
        {
            // A row whose key lies in another slice's range is compared with that slice.
            if (await index.Table.FindAsync(key, cancellation) is null)
            {
                drifted.Add(version.Path);
                unseen++;
            }
        }

        return new SourceSlice(drifted, rows.Count + unseen, unseen, Next(at, listing, last, reached));
    }

    /// <summary>
    /// Whether this step looks a blob up: one within its keys, or at the first step one before the range.
    /// </summary>
    private static bool IsDue(string key, RoundPosition at, string? reached) =>
        string.CompareOrdinal(key, at.Reached) > 0
        ? reached is null || string.CompareOrdinal(key, reached) <= 0
        : at.Reached == at.From;

    private static RoundPosition? Next(RoundPosition at, BlobSlice listing, string last, string? reached) =>
        (reached, listing.Continuation) switch
        {
            ({ } key, _) => at with { Reached = key },
            (_, { } continuation) => new RoundPosition(continuation, last, last),
            _ => null,
        };

    private async Task<List<Row>> RowsAsync(string after, string? last, CancellationToken cancellation)
    {
        var range = last is null
            ? KeyRange.After(after, IndexKeys.Sources)
            : KeyRange.Between(after, last, withoutFirst: true);
        return await index.Table.QueryAsync(range, MostOfASlice, cancellation).ToListAsync(cancellation);
    }

    /// <summary>
    /// Looks up a source that was not in its slice. It is nearly always deleted, and its record says so.
    /// </summary>
    private async Task<SourceVersion?> FindAsync(SourceRecord record, CancellationToken cancellation) =>
        record.State != SourceState.Deleted
        && await storage.Content.FindAsync(record.Path.Value, cancellation) is { } blob
            ? SourceVersion.Of(blob)
            : null;

    /// <summary>
    /// Gives a source an empty outbox entry, so that a publish writes its index tags again: a publish so slow that
    /// another took over its message may have written old tags after the other had finished. <c>false</c> where a
    /// publish has work left to do.
    /// </summary>
    private async Task<bool> EnsureOutboxEntryAsync(SourcePath path, CancellationToken cancellation) =>
        await index.Table.CommitAsync([SiteIndex.PutOutboxEntry(path, OutboxEntry.None, expected: null)], cancellation)
            is not null;

    private static bool IsInStep(SourceRecord record, SourceVersion? version, SiteSettings settings) => version is null
        ? record.State == SourceState.Deleted
        : record.Seen == version.ETag && record.Rules == SourceValidator.RulesVersion && record.IsValidatedBy(settings);
}

/// <summary>What one slice of a round found.</summary>
/// <param name="Drifted">Sources that differ from the index.</param>
/// <param name="Compared">How many sources were compared.</param>
/// <param name="Unseen">How many sources the index does not know.</param>
/// <param name="Next">Where the next slice begins; <c>null</c> at the end of the round.</param>
internal sealed record SourceSlice(IReadOnlyList<SourcePath> Drifted, int Compared, int Unseen, RoundPosition? Next);
