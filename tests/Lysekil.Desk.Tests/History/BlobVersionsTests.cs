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

    public void Dispose() => _http.Dispose();
}
