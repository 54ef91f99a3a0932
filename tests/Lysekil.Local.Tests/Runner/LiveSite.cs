using Azure.Storage.Blobs;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Runner;

/// <summary>A site with one article that a runner keeps live, started once for all tests of a class.</summary>
public sealed class LiveSite : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private RunnerProcess? _runner;

    /// <summary>The folder that the runner mirrors.</summary>
    public TemporaryFolder Content { get; } = new();

    /// <summary>A client of the site.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>The container, for another client than the runner.</summary>
    public BlobContainerClient Container => new(Ports.ConnectionString, StorageNames.Content);

    internal EmulatorPorts Ports { get; } = FreePorts.Three();

    /// <summary>All output of the runner.</summary>
    internal string Output => _runner?.Output ?? "";

    public async Task InitializeAsync()
    {
        Content.Write("site.yaml", "title: Provkommunen\nbaseUrl: https://prov.example\n");
        Content.Write("artiklar/2019-10-01-annat.md", "# Annat\n\nAnnan text.\n");
        _runner = RunnerProcess.Start(
            "--content", Content.FullPath, "--data", _data.FullPath, "--port", "0", "--azurite-port", $"{Ports.Blob}");
        Http.BaseAddress = await _runner.Address;
    }

    public async Task DisposeAsync()
    {
        if (_runner is not null)
        {
            await _runner.StopAsync();
            await _runner.DisposeAsync();
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        Content.Dispose();
        _data.Dispose();
    }
}
