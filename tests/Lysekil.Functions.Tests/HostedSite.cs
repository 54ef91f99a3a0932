using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Lysekil.Functions.Tests.Host;
using Lysekil.Functions.Tests.Host.Rpc;
using Lysekil.Local.Azurite;
using Lysekil.Local.Pump;
using Lysekil.Local.Relay;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Functions.Tests;

/// <summary>
/// A site on Azurite that the published app writes in its worker. The local runner's relay stands in for Event Grid,
/// and its pumps for the host's queue triggers.
/// </summary>
[CollectionDefinition(nameof(HostedSite))]
public sealed class HostedSite : ICollectionFixture<HostedSite>, IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly PumpOptions Options = new() { VisibilityTimeout = TimeSpan.Zero };

    private readonly List<QueuePump> _pumps = [];
    private readonly CancellationTokenSource _stopping = new();
    private OpenStorage _storage = null!;
    private EventRelay _relay = null!;
    private Task _pumping = Task.CompletedTask;

    /// <summary>
    /// The functions that triggers have invoked, each with its queue if it has one. The platform would start them,
    /// since it scales each function by itself.
    /// </summary>
    public ConcurrentQueue<(string Function, string? Queue)> Invoked { get; } = new();

    public string Connection { get; private set; } = null!;

    internal FunctionsWorker Worker { get; private set; } = null!;

    internal SiteStorage Storage => _storage.Site;

    public async Task InitializeAsync()
    {
        if (!PublishedAppFactAttribute.IsSupported)
        {
            return; // Every test of the collection is skipped.
        }

        var installation = await AzuriteInstallation.EnsureAsync(
            AzuriteInstallation.DefaultFolder, Console.WriteLine, default);
        var azurite = await AzuriteProcess.StartAsync(installation, new AzuriteOptions(), default);
        Connection = azurite.ConnectionString;
        _storage = await OpenStorage.OpenAsync(Connection, "Azurite in memory", azurite, default);
        Worker = await FunctionsWorker.StartAsync(
            PublishedApp.Publishing, [new("ContentStorage", Connection)]);
        _relay = new EventRelay(
            Storage.Content, _storage.ContentAddress, Storage.ContentEvents, TimeProvider.System);
        _pumping = Task.WhenAll(RunPumpAsync(_storage.ContentEvents), RunPumpAsync(_storage.PageRefreshes));
    }

    public async Task DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _pumping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!PublishedAppFactAttribute.IsSupported)
        {
            return;
        }

        await Worker.DisposeAsync();
        await Task.WhenAll(_pumps.Select(pump => pump.DrainAsync()));
        await _storage.DisposeAsync();
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>A blob of any container, by container and name.</summary>
    public BlobClient Blob(string path)
    {
        var parts = path.Split('/', 2);
        return new BlobServiceClient(Connection).GetBlobContainerClient(parts[0]).GetBlobClient(parts[1]);
    }

    /// <summary>A blob's text; <c>null</c> if there is no such blob.</summary>
    public async Task<string?> ReadAsync(string path)
    {
        try
        {
            return (await Blob(path).DownloadContentAsync()).Value.Content.ToString();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Waits until a blob's text, or <c>null</c> without a blob, is as expected.</summary>
    public Task UntilAsync(string path, Func<string?, bool> isReached) =>
        UntilAsync(async () => isReached(await ReadAsync(path)));

    public static async Task UntilAsync(Func<Task<bool>> isReached)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await isReached())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "Waited for too long.");
            await Task.Delay(50);
        }
    }

    /// <summary>Uploads a source, and sends its event.</summary>
    public async Task UploadAsync(string source, string text)
    {
        await Blob($"content/{source}").UploadAsync(BinaryData.FromString(text), overwrite: true);
        await AnnounceAsync();
    }

    /// <summary>Deletes a source, and sends its event.</summary>
    public async Task DeleteAsync(string source)
    {
        await Blob($"content/{source}").DeleteAsync();
        await AnnounceAsync();
    }

    /// <summary>
    /// Sends an event for each blob of the content container that was created, changed or deleted since the last call.
    /// </summary>
    public async Task AnnounceAsync()
    {
        await _relay.PollAsync(default);
        Ring();
    }

    /// <summary>Invokes the function of a timer.</summary>
    public Task TickAsync(string function) => InvokeAsync(function, timer => timer.Tick(), default);

    /// <summary>Waits until no queue holds a message, visible or hidden.</summary>
    public Task SettleAsync() => UntilAsync(
        async () => (await Task.WhenAll(_pumps.Select(pump => pump.Queue.CountAsync(default)))).Sum() == 0);

    private Task RunPumpAsync(IPumpedQueue queue)
    {
        var function = Worker.Functions.Single(function => function.Value.Queue == queue.Name).Key;
        Task HandleAsync(ReceivedMessage received, CancellationToken cancellation) => InvokeAsync(
            function,
            trigger => trigger.Message(received.Message, received.Attempt, received.Queued!.Value),
            cancellation);
        var pump = new QueuePump(queue, HandleAsync, Options, TimeProvider.System);
        _pumps.Add(pump);
        return pump.RunAsync(_ => { }, _stopping.Token);
    }

    /// <exception cref="InvalidOperationException">The invocation failed; a pump tries it again.</exception>
    private async Task InvokeAsync(
        string function, Func<HostedFunction, ParameterBinding> trigger, CancellationToken cancellation)
    {
        Invoked.Enqueue((function, Worker.Functions[function].Queue));
        var result = (await Worker.InvokeAsync(function, trigger, cancellation)).Result;
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new InvalidOperationException(result.Exception?.Message);
        }

        Ring();
    }

    /// <summary>Wakes the pumps, since messages may have been sent: so they need not poll all the time.</summary>
    private void Ring() => _pumps.ForEach(pump => pump.MessageSent.Set());
}
