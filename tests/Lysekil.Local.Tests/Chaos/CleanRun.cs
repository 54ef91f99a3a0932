using Lysekil.Local.Export;
using Lysekil.Local.Mirror;
using Lysekil.Local.Sessions;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>
/// What a site must equal: its sources, published by <c>once</c> on fresh storage, where nothing goes wrong. Some of a
/// page depends on its history by design, and no run on the final sources alone can know it. So the clean run is given
/// what the archive kept, and only that:
/// <list type="bullet">
/// <item>of each text what outlasts its deletion (<see cref="Tombstone.Of"/>), as if all had been deleted and were
/// uploaded again: when it was created, its feeds' identifier, <em>Uppdaterad</em>, its former addresses;</item>
/// <item>when the version that is live was uploaded, or else when the source was created, as the time of its file: what was
/// never live leaves no memory behind;</item>
/// <item>where the newest version is refused or waits for its page, the last good one, published first.</item>
/// </list>
/// That these memories are true is for <see cref="Memories"/> to check.
/// </summary>
internal sealed class CleanRun(SiteState chaos) : IDisposable
{
    private readonly TemporaryFolder _content = new();
    private readonly TemporaryFolder _export = new();

    /// <summary>The folder with the site.</summary>
    public string Export => _export.FullPath;

    /// <summary>Publishes, and returns where the clean site stands.</summary>
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
            await index.CommitAsync([new RowChange.Insert(IndexKeys.Source(kept.Path), SourceRecordRow.Write(kept))], default);
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
        storage.ReadContentThrough(content => new FileTimes(content, folder.Read().Files));
        await new OnceSession(storage, folder, TimeProvider.System).RunAsync(_ => { }, default);
    }
}
