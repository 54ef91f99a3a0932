using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Lysekil.Local.Tests.Runner;

namespace Lysekil.Local.Tests.Telemetry;

/// <summary>Receives OTLP over HTTP, and keeps the bytes: the names in them are readable without decoding.</summary>
internal sealed class OtlpCollector : IDisposable
{
    private readonly HttpListener _listener = new();

    public OtlpCollector()
    {
        Address = new Uri($"http://127.0.0.1:{FreePorts.Three().Blob}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = ReceiveAsync();
    }

    public Uri Address { get; }

    /// <summary>What was sent, by path.</summary>
    public ConcurrentDictionary<string, string> Received { get; } = new(StringComparer.Ordinal);

    public void Dispose() => _listener.Close();

    private async Task ReceiveAsync()
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var text = Encoding.UTF8.GetString(body.ToArray());
            Received.AddOrUpdate(context.Request.Url!.AbsolutePath, text, (_, before) => before + text);
            context.Response.Close();
        }
    }
}
