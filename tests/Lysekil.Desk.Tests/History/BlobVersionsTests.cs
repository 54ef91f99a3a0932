using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Lysekil.Azure.Blobs;
using Lysekil.Desk.History;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.History;

/// <summary>
/// The client library, on a service in memory that keeps versions: the storage emulator keeps none.
/// </summary>
public sealed class BlobVersionsTests : VersionHistoryContract, IDisposable
{
    private readonly HttpClient _http;

    public BlobVersionsTests()
    {
        _http = new HttpClient(new VersionedBlobService(Clock));
        var client = new BlobContainerClient(
            new Uri("https://lysekil.example/content"),
            new BlobClientOptions { Transport = new HttpClientTransport(_http), Retry = { MaxRetries = 0 } });
        Site = new SimulatedStorage(Clock).Site with { Content = new AzureBlobContainer(client) };
        History = new BlobVersions(client, new VersionLog(Site));
    }

    private protected override IVersionHistory History { get; }

    private protected override SiteStorage Site { get; }

    [Fact]
    public async Task A_file_that_never_passed_through_the_desk_is_listed_once_it_is_gone()
    {
        using var bytes = new MemoryStream("En hamn"u8.ToArray());
        var uploaded = await Site.Content.WriteAsync(
            "bilder/hamnen.png", bytes, new BlobHeaders("image/png"), expected: null, default);
        await Site.Content.DeleteAsync("bilder/hamnen.png", uploaded!.Value, default);

        Assert.Equal(
            ["bilder/hamnen.png"], (await History.ListGoneAsync(null, default)).Files.Select(f => f.Value));
    }

    public void Dispose() => _http.Dispose();
}
