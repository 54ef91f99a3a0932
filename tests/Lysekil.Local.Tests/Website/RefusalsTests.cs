using System.Text.Json;
using Lysekil.Desk.SignIn;
using Lysekil.Local.Mirror;
using Lysekil.Local.Website;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Website;

/// <summary>What an open page is told of refused files.</summary>
public sealed class RefusalsTests : IAsyncLifetime, IDisposable
{
    private const string Name = "artiklar/2019-10-20-trasig.md";

    private static readonly BlobHeaders Markdown = new("text/markdown");

    private readonly SimulatedStorage _storage = new(TimeProvider.System);
    private readonly HttpClient _http = new();
    private readonly PublishingEngine _engine;
    private IReadOnlyList<RefusedFile> _names = [];
    private WebsiteHost _website = null!;

    public RefusalsTests() => _engine = EngineFactory.Create(_storage.Site, TimeProvider.System);

    public async Task InitializeAsync()
    {
        var desk = new LocalDesk(_storage.Site, DeskRole.Publisher, TimeProvider.System);
        _website = await WebsiteHost.StartAsync(_storage.Site, desk, () => _names, 0, TimeProvider.System, default);
    }

    public async Task DisposeAsync() => await _website.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_refused_file_is_told_with_place_and_remedy_until_it_is_mended()
    {
        await PublishAsync("---\ntitle: Trasig\ndate: i höstas\nokänd: ja\n---\n\nText.\n");
        using var events = await FollowAsync();

        var refusal = Assert.Single(await NextAsync(events));
        Assert.Equal($"{Name}, rad 3", refusal["place"]);
        Assert.Contains("”i höstas”", refusal["message"], StringComparison.Ordinal);
        Assert.Contains("Skriv datumet som", refusal["remedy"], StringComparison.Ordinal);

        await PublishAsync("---\ntitle: Hel\ndate: 2019-10-20\n---\n\nText.\n");
        Assert.Empty(await NextAsync(events));
    }

    [Fact]
    public async Task A_file_whose_name_storage_refuses_is_told_too()
    {
        var path = new SourcePath("artiklar/2019-10-20-a\u0001b.md");
        _names = [new RefusedFile(path, DiagnosticCatalog.NameNotUsable(path))];
        using var events = await FollowAsync();

        Assert.Equal("artiklar/2019-10-20-a<U+0001>b.md", Assert.Single(await NextAsync(events))["place"]);
    }

    private async Task PublishAsync(string text)
    {
        _storage.Content.Put(Name, text, Markdown);
        await _engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new SourcePath(Name)), 1), default);
    }

    private async Task<StreamReader> FollowAsync() => new(await _http.GetStreamAsync(
        new Uri(_website.Address, ".lysekil/versions?page=/ingenstans/&shown=")));

    private static async Task<IReadOnlyList<Dictionary<string, string>>> NextAsync(StreamReader events)
    {
        string? line;
        do
        {
            line = await events.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.NotNull(line);
        }
        while (line != "event: refused");

        var data = await events.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return JsonSerializer.Deserialize<List<Dictionary<string, string>>>(data!["data: ".Length..])!;
    }
}
