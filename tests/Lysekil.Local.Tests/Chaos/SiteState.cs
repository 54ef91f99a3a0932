using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>The state of a site: its sources, and their records in the index.</summary>
/// <param name="Sources">The content container.</param>
/// <param name="Records">The records by path, also of deleted sources.</param>
/// <param name="LastGood">The live content of sources whose newest version is refused.</param>
internal sealed record SiteState(
    IReadOnlyDictionary<string, SourceBlob> Sources,
    IReadOnlyDictionary<string, SourceRecord> Records,
    IReadOnlyDictionary<string, byte[]> LastGood)
{
    /// <summary>The sources whose newest version, or whose deletion, the site has not seen yet.</summary>
    public IEnumerable<string> Unseen
    {
        get
        {
            var changed = Sources.Where(source => Records.GetValueOrDefault(source.Key)?.Seen != source.Value.Version);
            var kept = Records.Values.Where(record => record.State != SourceState.Deleted);
            return changed.Select(source => source.Key)
                .Concat(kept.Select(record => record.Path.Value).Except(Sources.Keys));
        }
    }

    public static async Task<SiteState> ReadAsync(SiteStorage storage)
    {
        var sources = new Dictionary<string, SourceBlob>(StringComparer.Ordinal);
        foreach (var blob in (await storage.Content.ListAsync(5000, null, default)).Blobs)
        {
            if (new SourcePath(blob.Name).Kind != SourceKind.Ignored)
            {
                sources[blob.Name] = new SourceBlob(blob.ETag, await ReadAsync(storage.Content, blob.Name));
            }
        }

        var records = new Dictionary<string, SourceRecord>(StringComparer.Ordinal);
        var sourceRows = KeyRange.StartingWith(IndexKeys.Sources);
        await foreach (var row in storage.Index.QueryAsync(sourceRows, int.MaxValue, default))
        {
            var record = SourceRecordRow.Codec.Read(row.Columns);
            records[record.Path.Value] = record;
        }

        var lastGood = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var accepted = new AcceptedSources(storage.Accepted);
        foreach (var record in records.Values.Where(r => r is { State: SourceState.Refused, Accepted: not null }))
        {
            lastGood[record.Path.Value] = await accepted.ReadAsync(record.Path, record.Accepted!.Value, default);
        }

        return new SiteState(sources, records, lastGood);
    }

    /// <summary>The bytes of a blob; none if it does not exist.</summary>
    private static async Task<byte[]> ReadAsync(IBlobContainer container, string name)
    {
        await using var blob = await container.OpenAsync(name, default);
        using var bytes = new MemoryStream();
        await (blob?.Content.CopyToAsync(bytes) ?? Task.CompletedTask);
        return bytes.ToArray();
    }
}
