using System.Diagnostics;
using System.Net;
using Lysekil.Functions.Tests.Host.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lysekil.Functions.Tests.Host;

/// <summary>
/// The published app in its worker, and the functions host's side of the protocol between the two: starts the process,
/// loads the functions that the worker announces, invokes them, cancels them, and ends the worker.
/// </summary>
internal sealed class FunctionsWorker : IAsyncDisposable
{
    private readonly WorkerChannel _channel = new();
    private readonly WebApplication _server;
    private WorkerProcess? _process;

    private FunctionsWorker()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(_channel).AddGrpc(options => options.MaxReceiveMessageSize = null);
        _server = builder.Build();
        _server.MapGrpcService<WorkerChannel>();
    }

    /// <summary>The worker's capabilities, by the protocol's names.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; private set; } = null!;

    public IReadOnlyDictionary<string, HostedFunction> Functions { get; private set; } = null!;

    public IReadOnlyCollection<RpcLog> Logs => _channel.Logs;

    /// <param name="settings">The app's settings.</param>
    public static async Task<FunctionsWorker> StartAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        var worker = new FunctionsWorker();
        try
        {
            await worker.StartProcessAsync(settings);
            await worker.LoadAsync();
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Invokes a function, and waits for the result.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="trigger">The trigger's data.</param>
    /// <param name="cancellation">Makes the worker cancel the invocation; the call still waits for its result.</param>
    public async Task<InvocationResponse> InvokeAsync(
        string function, Func<HostedFunction, ParameterBinding> trigger, CancellationToken cancellation = default)
    {
        var invoked = Functions[function];
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = invoked.Metadata.FunctionId,
            InputData = { trigger(invoked) },
            TraceContext = new()
            {
                TraceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00",
            },
        };
        var response = _channel.AskAsync(new() { InvocationRequest = request });
        await using var cancelling = cancellation.Register(
            () => _channel.Send(new() { InvocationCancel = new() { InvocationId = request.InvocationId } }));
        return (await response).InvocationResponse;
    }

    /// <summary>Tells the worker to end. Returns its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        _channel.Send(new() { WorkerTerminate = new() });
        return (await _process!.Ended.WaitAsync(TimeSpan.FromMinutes(1))).Code;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    private async Task StartProcessAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        await _server.StartAsync();
        string[] host =
        [
            "--functions-uri", _server.Urls.Single(), "--functions-worker-id", $"{Guid.NewGuid()}",
            "--functions-request-id", $"{Guid.NewGuid()}", "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ];
        _process = new WorkerProcess(
            [.. PublishedApp.Command, .. host],
            settings.Append(new("FUNCTIONS_APPLICATION_DIRECTORY", PublishedApp.Folder)));
        _ = BreakAsync(_process.Ended);
    }

    private async Task LoadAsync()
    {
        await _channel.StartedAsync();
        var init = await _channel.AskAsync(new()
        {
            WorkerInitRequest = new() { HostVersion = "4.0", FunctionAppDirectory = PublishedApp.Folder },
        });
        Expect(init.WorkerInitResponse.Result);
        Capabilities = init.WorkerInitResponse.Capabilities;

        var found = await _channel.AskAsync(new()
        {
            FunctionsMetadataRequest = new() { FunctionAppDirectory = PublishedApp.Folder },
        });
        Expect(found.FunctionMetadataResponse.Result);
        Functions = found.FunctionMetadataResponse.FunctionMetadataResults.ToDictionary(
            function => function.Name, function => new HostedFunction(function));
        foreach (var function in Functions.Values)
        {
            var loaded = await _channel.AskAsync(new()
            {
                FunctionLoadRequest = new() { FunctionId = function.Metadata.FunctionId, Metadata = function.Metadata },
            });
            Expect(loaded.FunctionLoadResponse.Result);
        }
    }

    private static void Expect(StatusResult result) =>
        Assert.True(result.Status == StatusResult.Types.Status.Success, result.Exception?.Message);

    private async Task BreakAsync(Task<(int Code, string Output)> ended)
    {
        var (code, output) = await ended;
        _channel.Break(new InvalidOperationException($"The worker ended with exit code {code}:\n{output}"));
    }
}
