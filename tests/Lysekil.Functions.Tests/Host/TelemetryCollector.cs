using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Lysekil.Functions.Tests.Host;

/// <summary>
/// An OpenTelemetry collector that keeps the spans that it receives, undecoded: their names are text in the bytes.
/// </summary>
internal sealed class TelemetryCollector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> _spans = new();
    private readonly WebApplication _server;

    private TelemetryCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        _server = builder.Build();
        _server.Run(ReceiveAsync);
    }

    /// <summary>Settings of an app that exports its spans here, soon after they have ended.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new(Telemetry.Collector, _server.Urls.Single()),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        new("OTEL_BSP_SCHEDULE_DELAY", "200"),
    ];

    /// <summary>The exports of spans, oldest first.</summary>
    public IReadOnlyCollection<string> Spans => _spans;

    public static async Task<TelemetryCollector> StartAsync()
    {
        var collector = new TelemetryCollector();
        await collector._server.StartAsync();
        return collector;
    }

    /// <summary>Waits for a span.</summary>
    /// <param name="name">The span's name.</param>
    public async Task ReceivedAsync(string name)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!_spans.Any(spans => spans.Contains(name, StringComparison.Ordinal)))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"The span {name} has not come.");
            await Task.Delay(50);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        if (http.Request.Path == "/v1/traces")
        {
            _spans.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        }
    }
}
