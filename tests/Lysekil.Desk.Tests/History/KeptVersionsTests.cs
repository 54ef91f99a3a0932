using System.Text;
using Lysekil.Desk.History;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.History;

public sealed class KeptVersionsTests : VersionHistoryContract
{
    private static readonly SourcePath Path = new(Some.Path);

    private readonly SimulatedSite _site;

    public KeptVersionsTests()
    {
        _site = new SimulatedSite(Clock);
        History = new KeptVersions(Site, new VersionLog(Site), new SiteIndex(Site.Index));
    }

    private protected override IVersionHistory History { get; }

    private protected override SiteStorage Site => _site.Storage.Site;

    [Fact]
    public async Task Of_a_file_that_never_passed_through_the_desk_the_live_content_is_there()
    {
        _site.Upload(Some.Path, Some.Article());
        await _site.SettleAsync();

        Assert.Equal([Some.Article()], await TextsAsync());
    }

    [Fact]
    public async Task So_is_the_last_live_content_of_a_file_that_was_deleted_past_the_desk()
    {
        _site.Upload(Some.Path, Some.Article());
        await _site.SettleAsync();
        _site.Delete(Some.Path);
        await _site.SettleAsync();

        Assert.Equal([Some.Article()], await TextsAsync());
    }

    [Fact]
    public async Task A_history_is_read_in_two_calls()
    {
        var trace = new StorageTrace();
        var storage = _site.Storage.Through(trace);

        await new KeptVersions(storage, new VersionLog(storage), new SiteIndex(storage.Index))
            .ListAsync(Path, 100, default);

        Assert.Equal(2, trace.Calls.Count);
    }

    [Fact]
    public async Task A_slice_of_the_files_that_are_gone_costs_two_calls_for_each_of_fifty_files()
    {
        for (var number = 0; number < 60; number++)
        {
            var path = new SourcePath(FormattableString.Invariant($"bilder/{number:00}.png"));
            await History.KeepSavedAsync(
                path, "x"u8.ToArray(), new SavedVersion(new ETag("1"), Some.Now, "anna@lysekil.example"), default);
        }

        var trace = new StorageTrace();
        var storage = _site.Storage.Through(trace);
        var gone = await new KeptVersions(storage, new VersionLog(storage), new SiteIndex(storage.Index))
            .ListGoneAsync(null, default);

        Assert.Equal(50, gone.Files.Count);
        Assert.Equal(1 + (2 * 50), trace.Calls.Count);
    }

    private async Task<IEnumerable<string>> TextsAsync()
    {
        var versions = await History.ListAsync(Path, 10, default);
        var contents = await Task.WhenAll(versions.Select(v => History.ReadAsync(Path, v.Id, default)));
        return contents.Select(c => Encoding.UTF8.GetString(c!));
    }
}
