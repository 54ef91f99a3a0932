using Lysekil.Local.Export;
using Lysekil.Local.Mirror;
using Lysekil.Local.Sessions;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>
/// The site that another must equal: the same sources, published by <c>once</c> on empty storage without trouble. Some
/// of a page depends on its history by design, which the final sources alone do not tell. The clean run therefore gets
/// the following from the index; <see cref="HistoryCheck"/> checks it against what the editors did:
/// <list type="bullet">
/// <item>of each text what outlasts its deletion (<see cref="Tombstone.Of"/>), as if it had been deleted and uploaded
/// again: its creation, its identifier in feeds, <em>Uppdaterad</em>, its former addresses;</item>
/// <item>as the time of its file, the upload of the live version, or else the creation of the source;</item>
/// <item>the last good version, published first, if the newest is refused or waits for its URL.</item>
/// </list>
/// </summary>
internal sealed class CleanRun(SiteState chaos) : IDisposable
{
    private readonly TemporaryFolder _content = new();
    private readonly TemporaryFolder _export = new();

    /// <summary>The folder with the exported site.</summary>
    public string Export => _export.FullPath;

    /// <summary>Publishes, and returns the state of the clean site.</summary>
    public async Task<SiteState> PublishAsync()
    {
        await using var storage = await StorageChoice.InMemoryAsync(Console.WriteLine, default);
        await RememberAsync(storage.Site.Index);

        foreach (var (path, source) in chaos.Sources.Where(source => !IsRefused(source.Key)))
        {
            Save(path, source.Content, chaos.Records[path].Live?.Modified);
        }

        foreach (var (path, content) in chaos.LastGood)
        {
            Save(path, content, chaos.Records[path].Live?.Modified);
        }

        await PublishAsync(storage);
        foreach (var (path, source) in chaos.Sources.Where(source => IsRefused(source.Key)))
        {
            Save(path, source.Content, chaos.Records[path].Created);
        }

        await PublishAsync(storage);
        await new SiteExport(storage.Site.Web).WriteAsync(Export, default);
        return await SiteState.ReadAsync(storage.Site);
    }

    public void Dispose()
    {
        _content.Dispose();
        _export.Dispose();
    }

    private bool IsRefused(string path) => chaos.Records[path].State == SourceState.Refused;

    private async Task RememberAsync(ITable index)
    {
        foreach (var kept in chaos.Records.Values.Select(Tombstone.Of).OfType<SourceRecord>())
        {
            var record = new RowChange.Insert(IndexKeys.Source(kept.Path), SourceRecordRow.Codec.Write(kept));
            await index.CommitAsync([record, .. IndexRows.Changes(null, kept, searchText: null)], default);
        }
    }

    private void Save(string path, byte[] content, DateTimeOffset? modified)
    {
        var file = _content.Write(path, "");
        File.WriteAllBytes(file, content);
        File.SetLastWriteTimeUtc(file, (modified ?? chaos.Records[path].Created).UtcDateTime);
    }

    private async Task PublishAsync(OpenStorage storage)
    {
        var folder = new ContentFolder(_content.FullPath);
        storage.ReadContentThrough(content => new FileTimeContainer(content, folder.Read().Files));
        await new OnceSession(storage, folder, TimeProvider.System).RunAsync(_ => { }, default);
    }
}
