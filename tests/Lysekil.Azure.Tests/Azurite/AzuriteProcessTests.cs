using System.Diagnostics;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Lysekil.Local.Azurite;

namespace Lysekil.Azure.Tests.Azurite;

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteProcessTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Azurite_ends_when_it_is_disposed_of()
    {
        var process = await StartAsync(new AzuriteOptions());
        using var seen = Process.GetProcessById(process.Id);

        await process.DisposeAsync();

        Assert.True(seen.WaitForExit(TimeSpan.FromSeconds(1)));
        using var client = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(
            async () => await client.ConnectAsync(process.BlobEndpoint.Host, process.BlobEndpoint.Port));
    }

    [Fact]
    public async Task Azurite_keeps_its_data_in_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("azurite-");
        try
        {
            await using (var first = await StartAsync(new AzuriteOptions(folder.FullName)))
            {
                await new BlobServiceClient(first.ConnectionString).CreateBlobContainerAsync("content");
            }

            await using var second = await StartAsync(new AzuriteOptions(folder.FullName));

            Assert.True(await new BlobContainerClient(second.ConnectionString, "content").ExistsAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_taken_port_is_reported()
    {
        var taken = new BlobServiceClient(azurite.ConnectionString).Uri.Port;

        var trouble = await Assert.ThrowsAsync<AzuriteException>(() => StartAsync(new AzuriteOptions(BlobPort: taken)));

        Assert.Contains("EADDRINUSE", trouble.Message, StringComparison.Ordinal);
    }

    private Task<AzuriteProcess> StartAsync(AzuriteOptions options) =>
        AzuriteProcess.StartAsync(azurite.Installation!, options, CancellationToken.None);
}
