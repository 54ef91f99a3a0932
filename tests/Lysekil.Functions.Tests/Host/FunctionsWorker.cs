using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lysekil.Functions.Tests.Host.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lysekil.Functions.Tests.Host;

/// <summary>
/// A published app in its worker, and the functions host's side of the protocol between the two: starts the process,
/// loads the functions that the worker announces, invokes them, cancels them, and ends the worker. The host is a proxy
/// of HTTP requests: it invokes a function for each, and passes the request to the worker's own server.
/// </summary>
internal sealed class FunctionsWorker : IAsyncDisposable
{
    /// <summary>The capability that names the worker's own server.</summary>
    private const string HttpUri = "HttpUri";

    /// <summary>The header by which the worker finds the invocation of a request.</summary>
    private const string InvocationHeader = "x-ms-invocation-id";

    private readonly WorkerChannel _channel = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly PublishedApp _app;
    private readonly WebApplication _server;
    private WorkerProcess? _process;

    private FunctionsWorker(PublishedApp app)
    {
        _app = app;
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

    /// <param name="app">The app.</param>
    /// <param name="settings">The app's settings.</param>
    public static async Task<FunctionsWorker> StartAsync(
        PublishedApp app, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var worker = new FunctionsWorker(app);
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
        var request = RequestOf(function, trigger);
        var response = _channel.AskAsync(new() { InvocationRequest = request });
        await using var cancelling = cancellation.Register(
            () => _channel.Send(new() { InvocationCancel = new() { InvocationId = request.InvocationId } }));
        return (await response).InvocationResponse;
    }

    /// <summary>Sends a request to an HTTP function, as a caller of the host does. Returns the response.</summary>
    /// <param name="function">The function's name.</param>
    /// <param name="http">The request; its address is a path.</param>
    public async Task<HttpResponseMessage> SendAsync(string function, HttpRequestMessage http)
    {
        var request = RequestOf(function, trigger => trigger.Request());
        http.RequestUri = new Uri(new Uri(Capabilities[HttpUri]), http.RequestUri!);
        http.Headers.Add(InvocationHeader, request.InvocationId);
        var invoking = _channel.AskAsync(new() { InvocationRequest = request });
        var answer = await _http.SendAsync(http);
        Expect((await invoking).InvocationResponse.Result);
        return answer;
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
        _http.Dispose();
    }

    private InvocationRequest RequestOf(string function, Func<HostedFunction, ParameterBinding> trigger)
    {
        var invoked = Functions[function];
        return new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = invoked.Metadata.FunctionId,
            InputData = { trigger(invoked) },
            TraceContext = new()
            {
                TraceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00",
            },
        };
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
            _app.Folder,
            [.. _app.Command, .. host],
            settings.Append(new("FUNCTIONS_APPLICATION_DIRECTORY", _app.Folder)));
        _ = BreakAsync(_process.Ended);
    }

    private async Task LoadAsync()
    {
        await _channel.StartedAsync();
        var init = await _channel.AskAsync(new()
        {
            WorkerInitRequest = new() { HostVersion = "4.0", FunctionAppDirectory = _app.Folder },
        });
        Expect(init.WorkerInitResponse.Result);
        Capabilities = init.WorkerInitResponse.Capabilities;

        var found = await _channel.AskAsync(new()
        {
            FunctionsMetadataRequest = new() { FunctionAppDirectory = _app.Folder },
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

        if (Capabilities.TryGetValue(HttpUri, out var address))
        {
            await ListeningAsync(new Uri(address));
        }
    }

    /// <summary>Waits until the worker's own server listens, which may be later than it has answered here.</summary>
    private static async Task ListeningAsync(Uri address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address.Host, address.Port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, patience.Token);
            }
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
