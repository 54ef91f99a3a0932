using System.Net;
using System.Net.Sockets;
using Lysekil.Functions.Tests.Host;
using Lysekil.Functions.Tests.Host.Rpc;

namespace Lysekil.Functions.Tests;

/// <summary>The published app's worker, on storage that accepts every connection and answers no call.</summary>
public sealed class WorkerTests : IAsyncLifetime, IDisposable
{
    private const string Account = "DefaultEndpointsProtocol=http;AccountName=tyst;AccountKey=dHlzdA==";

    private readonly TcpListener _storage = new(IPAddress.Loopback, 0);
    private FunctionsWorker _worker = null!;

    public async Task InitializeAsync()
    {
        _storage.Start();
        var address = $"http://{_storage.LocalEndpoint}/tyst";
        var endpoints = $"BlobEndpoint={address};QueueEndpoint={address};TableEndpoint={address}";
        _worker = await FunctionsWorker.StartAsync(
            PublishedApp.Publishing, [new("ContentStorage", $"{Account};{endpoints}")]);
    }

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    public void Dispose() => _storage.Dispose();

    [PublishedAppFact]
    public async Task A_cancelled_invocation_ends_after_its_grace_period_and_the_worker_continues()
    {
        using var cancelling = new CancellationTokenSource();
        var invocation = InvokeAsync(Site.Event(Site.Source), cancelling.Token);
        using var call = await _storage.AcceptSocketAsync();
        Assert.False(invocation.IsCompleted);

        var cancelled = TimeProvider.System.GetTimestamp();
        await cancelling.CancelAsync();

        Assert.Equal(StatusResult.Types.Status.Cancelled, (await invocation).Result.Status);
        Assert.InRange(
            TimeProvider.System.GetElapsedTime(cancelled),
            GracePeriod.Length - TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Assert.Equal(StatusResult.Types.Status.Success, (await InvokeAsync("inget event", default)).Result.Status);
    }

    [PublishedAppFact]
    public async Task A_worker_that_the_host_terminates_ends_without_a_fault()
    {
        Assert.Equal("True", _worker.Capabilities["HandlesWorkerTerminateMessage"]);

        Assert.Equal(0, await _worker.TerminateAsync());
    }

    private Task<InvocationResponse> InvokeAsync(string message, CancellationToken cancellation) => _worker.InvokeAsync(
        "PublishContent", queue => queue.Message(message, 1, TimeProvider.System.GetUtcNow()), cancellation);
}
