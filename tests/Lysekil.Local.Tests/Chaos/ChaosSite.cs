using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Lysekil.Azure.Connections;
using Lysekil.Azure.Setup;
using Lysekil.Local.Azurite;
using Lysekil.Local.Tests.Runner;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>
/// A site on an Azurite of the test's own, which outlives every runner: they are given its connection string. The runner's
/// commands work on it as a developer's do, each in a process of its own.
/// </summary>
internal sealed class ChaosSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly AzuriteProcess _azurite;
    private readonly TemporaryFolder _nothingToMirror = new();

    private ChaosSite(AzuriteProcess azurite)
    {
        _azurite = azurite;
        Storage = new SiteStorageClients(Options).ToSiteStorage();
    }

    /// <summary>The site's storage, as the engine sees it.</summary>
    public SiteStorage Storage { get; }

    private SiteStorageOptions Options
    {
        get
        {
            var account = new StorageConnection.WithKey(_azurite.ConnectionString);
            return new SiteStorageOptions(account, account);
        }
    }

    public static async Task<ChaosSite> StartAsync()
    {
        var installation = await AzuriteInstallation.EnsureAsync(
            AzuriteInstallation.DefaultFolder, Console.WriteLine, CancellationToken.None);
        var site = new ChaosSite(await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), CancellationToken.None));
        await new SiteStorageSetup(new SiteStorageClients(site.Options)).EnsureAsync(CancellationToken.None);
        return site;
    }

    /// <summary>The content container, for another client.</summary>
    public BlobContainerClient Content() => new(_azurite.ConnectionString, StorageNames.Content);

    /// <summary>The two queues, their messages as they lie there.</summary>
    public IReadOnlyList<QueueClient> Queues() =>
    [
        new(_azurite.ConnectionString, StorageNames.ContentEvents),
        new(_azurite.ConnectionString, StorageNames.PageRefreshes),
    ];

    public RunnerProcess StartRunner() =>
        RunnerProcess.Start("--content", _nothingToMirror.FullPath, "--port", "0", "--storage", _azurite.ConnectionString);

    /// <summary>
    /// Reconciles until sources and archive are in step and nothing is owed. What a dead runner's messages would have
    /// told is not waited for: nothing may depend on it.
    /// </summary>
    public async Task SettleAsync()
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        await using var runner = StartRunner();
        string reconciled, status;
        do
        {
            reconciled = await CommandAsync("reconcile");
            do
            {
                status = await CommandAsync("status");
                Assert.False(runner.HasEnded, runner.Output);
                Assert.True(
                    TimeProvider.System.GetUtcNow() < deadline,
                    $"The site does not settle. {await DescribeQueuesAsync()}\n{reconciled}\n{status}\n{runner.Output}");
            }
            while (!status.Contains("owed       0 pages, 0 sources\n", StringComparison.Ordinal));
        }
        while (!reconciled.Contains("Sources: 0 out of step, 0 with work left; 0 pages owed.", StringComparison.Ordinal));

        Assert.Contains("failed     0 sources and pages, 0 messages", status, StringComparison.Ordinal);
        await runner.StopAsync();
    }

    /// <summary>Writes the site, as it stands, to a folder.</summary>
    public Task ExportAsync(string folder) => CommandAsync("export", folder);

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _nothingToMirror.Dispose();
    }

    private async Task<string> DescribeQueuesAsync()
    {
        var described = new List<string>();
        foreach (var queue in Queues())
        {
            var count = (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
            var visible = (await queue.PeekMessagesAsync(32)).Value.Length;
            described.Add($"{queue.Name} holds {count} messages, {visible} or more to be taken.");
        }

        return string.Join(' ', described);
    }

    private async Task<string> CommandAsync(params string[] arguments)
    {
        var (exitCode, output) = await RunnerProcess.RunAsync([.. arguments, "--storage", _azurite.ConnectionString]);
        Assert.True(exitCode is ExitCode.Fine or ExitCode.Refused, output);
        return output;
    }
}
