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
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

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
    /// Waits until a runner has looked at every source and owes nothing, and <c>status</c> says so. What it knows of the
    /// time before it, it found by itself when it started: messages that a dead runner had taken are not waited for.
    /// </summary>
    public async Task SettleAsync(RunnerProcess runner)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        string status;
        do
        {
            while (await FindWorkAsync() is { } work)
            {
                Assert.False(runner.HasEnded, runner.Output);
                Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"The site does not settle: {work}\n{runner.Output}");
                await Task.Delay(Interval);
            }

            status = await CommandAsync("status");
        }
        while (!status.Contains("owed       0 pages, 0 sources\n", StringComparison.Ordinal)); // A late message may have found something to do.

        Assert.True(status.Contains("failed     0 sources and pages, 0 messages", StringComparison.Ordinal), status);
    }

    /// <summary>Reconciles sources and pages, and again until nothing was out of step.</summary>
    public async Task ReconcileAsync(RunnerProcess runner)
    {
        string reconciled;
        do
        {
            reconciled = await CommandAsync("reconcile");
            await SettleAsync(runner);
        }
        while (!reconciled.Contains("Sources: 0 out of step, 0 with work left; 0 pages owed.", StringComparison.Ordinal));
    }

    /// <summary>Writes the site, as it stands, to a folder.</summary>
    public Task ExportAsync(string folder) => CommandAsync("export", folder);

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _nothingToMirror.Dispose();
    }

    /// <summary>What is left to do; <c>null</c>: nothing.</summary>
    private async Task<string?> FindWorkAsync()
    {
        var status = await Engine.On(Storage, TimeProvider.System).Status.ReadAsync(default);
        var unseen = status.IsSettled ? (await SiteState.ReadAsync(Storage)).Unseen : [];
        if (status.IsSettled && !unseen.Any())
        {
            return null;
        }

        var counts = await Task.WhenAll(Queues().Select(async queue =>
            $"{(await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount} messages in {queue.Name}, of which can be taken {(await queue.PeekMessagesAsync(32)).Value.Length} or more"));
        return $"unseen {string.Join(", ", unseen)}; owed {string.Join(", ", status.OutboxSources)}; {string.Join(", ", status.StalePages)}; {string.Join("; ", counts)}";
    }

    private async Task<string> CommandAsync(params string[] arguments)
    {
        var (exitCode, output) = await RunnerProcess.RunAsync([.. arguments, "--storage", _azurite.ConnectionString]);
        Assert.True(exitCode is ExitCode.Fine or ExitCode.Refused, output);
        return output;
    }
}
