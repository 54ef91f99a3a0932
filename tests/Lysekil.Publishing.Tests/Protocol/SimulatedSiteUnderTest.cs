using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Protocol;

/// <summary>The simulation, as the protocol's examples see it.</summary>
internal sealed class SimulatedSiteUnderTest : ISiteUnderTest
{
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public SimulatedSiteUnderTest() => _site = new SimulatedSite(_clock);

    public Task UploadAsync(string path, string text)
    {
        _site.Upload(path, text);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string path)
    {
        _site.Delete(path);
        return Task.CompletedTask;
    }

    public Task SettleAsync() => _site.SettleAsync();

    public Task WaitAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return _site.PublishDueAsync();
    }

    public Task<IReadOnlyDictionary<string, (string ETag, string Text)>> PagesAsync() =>
        Task.FromResult<IReadOnlyDictionary<string, (string, string)>>(
            _site.Pages.ToDictionary(p => p.Key, p => (_site.ETagOf(p.Key).Value, p.Value), StringComparer.Ordinal));

    public Task<IReadOnlyDictionary<string, string>> TagsAsync(string path) =>
        Task.FromResult(_site.Storage.Content.Blobs[path].Tags);
}
