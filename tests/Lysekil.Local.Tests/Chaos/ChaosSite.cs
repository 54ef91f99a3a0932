using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Lysekil.Azure.Connections;
using Lysekil.Azure.Setup;
using Lysekil.Local.Azurite;
using Lysekil.Local.Tests.Runner;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>
/// A site on an Azurite of its own, which outlives the runners. Each runner and each command is a process that gets its
/// connection string.
/// </summary>
internal sealed class ChaosSite : IAsyncDisposable
{
    private const string InStep = "Sources: 0 differ from the index, 0 have outbox entries.\nPages: 0 stale.\n";

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
        var site = new ChaosSite(await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), default));
        await new SiteStorageSetup(new SiteStorageClients(site.Options)).EnsureAsync(CancellationToken.None);
        return site;
    }

    /// <summary>The content container, for another client.</summary>
    public BlobContainerClient Content() => new(_azurite.ConnectionString, StorageNames.Content);

    /// <summary>The two queues without an encoding of messages.</summary>
    public IReadOnlyList<QueueClient> Queues() =>
    [
        new(_azurite.ConnectionString, StorageNames.ContentEvents),
        new(_azurite.ConnectionString, StorageNames.PageRefreshes),
    ];

    /// <param name="earlier">The <c>Lysekil.Local.dll</c> of an earlier build; <c>null</c>: today's.</param>
    public RunnerProcess StartRunner(string? earlier = null)
    {
        string[] arguments =
            ["--content", _nothingToMirror.FullPath, "--port", "0", "--storage", _azurite.ConnectionString];
        return earlier is null ? RunnerProcess.Start(arguments) : RunnerProcess.StartOther(earlier, arguments);
    }

    /// <summary>
    /// Waits until a runner has seen every source and nothing is pending, and <c>status</c> says so. Messages that a
    /// killed runner had received are not waited for: the reconcile at the start finds their work.
    /// </summary>
    public async Task SettleAsync(RunnerProcess runner)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        string status;

        // Again, since a late message may have caused more work.
        do
        {
            while (await FindWorkAsync() is { } work)
            {
                Assert.False(runner.HasEnded, runner.Output);
                Assert.True(
                    TimeProvider.System.GetUtcNow() < deadline, $"The site does not settle: {work}\n{runner.Output}");
                await Task.Delay(Interval);
            }

            status = await CommandAsync("status");
        }
        while (!status.Contains("pending    0 pages, 0 sources\n", StringComparison.Ordinal));

        Assert.True(status.Contains("failed     0 sources and pages, 0 messages", StringComparison.Ordinal), status);
    }

    /// <summary>Reconciles sources and pages until nothing differs.</summary>
    public async Task ReconcileAsync(RunnerProcess runner)
    {
        string reconciled;
        do
        {
            reconciled = await CommandAsync("reconcile");
            await SettleAsync(runner);
        }
        while (!reconciled.Contains(InStep, StringComparison.Ordinal));
    }

    /// <summary>Exports the site to a folder.</summary>
    public Task ExportAsync(string folder) => CommandAsync("export", folder);

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _nothingToMirror.Dispose();
    }

    /// <summary>Describes what is pending; <c>null</c> if nothing is.</summary>
    private async Task<string?> FindWorkAsync()
    {
        var status = await EngineFactory.Create(Storage, TimeProvider.System).Status.ReadAsync(default);
        var unseen = status.IsSettled ? (await SiteState.ReadAsync(Storage)).Unseen : [];
        if (status.IsSettled && !unseen.Any())
        {
            return null;
        }

        var counts = await Task.WhenAll(Queues().Select(DescribeAsync));
        return $"""
            unseen sources: {string.Join(", ", unseen)}
            outbox entries: {string.Join(", ", status.OutboxSources)}
            stale pages: {string.Join(", ", status.StalePages)}
            {string.Join("; ", counts)}
            """;
    }

    private static async Task<string> DescribeAsync(QueueClient queue)
    {
        var messages = (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;
        var shown = (await queue.PeekMessagesAsync(32)).Value.Length;
        return $"{messages} messages in {queue.Name}, at least {shown} of them shown";
    }

    private async Task<string> CommandAsync(params string[] arguments)
    {
        var (exitCode, output) = await RunnerProcess.RunAsync([.. arguments, "--storage", _azurite.ConnectionString]);
        Assert.True(exitCode is ExitCode.Success or ExitCode.Refused, output);
        return output;
    }
}
