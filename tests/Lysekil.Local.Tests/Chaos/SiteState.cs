using System.Text;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>Where a site stands: its sources, what the archive holds of each, and the editors' desk.</summary>
/// <param name="Sources">The content container.</param>
/// <param name="Records">By path; those of sources that are gone among them.</param>
/// <param name="LastGood">What is live of sources whose newest version cannot be.</param>
/// <param name="Desk">The editors' report.</param>
internal sealed record SiteState(
    IReadOnlyDictionary<string, SourceBlob> Sources,
    IReadOnlyDictionary<string, SourceRecord> Records,
    IReadOnlyDictionary<string, byte[]> LastGood,
    string Desk)
{
    /// <summary>The sources whose newest version nobody has looked at yet, and those that nobody has seen go.</summary>
    public IEnumerable<string> Unseen =>
        Sources.Where(source => Records.GetValueOrDefault(source.Key)?.Seen != source.Value.Version).Select(source => source.Key)
            .Concat(Records.Values.Where(record => record.State != SourceState.Deleted).Select(record => record.Path.Value).Except(Sources.Keys));

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
        await foreach (var row in storage.Index.QueryAsync(KeyRange.StartingWith(IndexKeys.Sources), int.MaxValue, default))
        {
            var record = SourceRecordRow.Read(row.Columns);
            records[record.Path.Value] = record;
        }

        var lastGood = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var record in records.Values.Where(record => record is { State: SourceState.Refused, Accepted: not null }))
        {
            lastGood[record.Path.Value] = await new AcceptedSources(storage.Accepted).ReadAsync(record.Accepted!.Value, default);
        }

        var desk = Encoding.UTF8.GetString(await ReadAsync(storage.Desk, PageKey.Desk.BlobName));
        return new SiteState(sources, records, lastGood, desk);
    }

    /// <summary>The bytes of a blob; none where there is no such blob.</summary>
    private static async Task<byte[]> ReadAsync(IBlobContainer container, string name)
    {
        await using var blob = await container.OpenAsync(name, default);
        using var bytes = new MemoryStream();
        await (blob?.Content.CopyToAsync(bytes) ?? Task.CompletedTask);
        return bytes.ToArray();
    }
}
