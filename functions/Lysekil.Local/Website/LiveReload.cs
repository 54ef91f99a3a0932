using System.Reflection;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Local.Website;

/// <summary>
/// Notifies an open page when another version of it is written, and tells it which files are refused. It polls the
/// storage, and so works also if the functions run in another process. Its paths begin with a dot, unlike those of
/// pages.
/// </summary>
internal sealed class LiveReload(IBlobContainer web, Refusals refusals, TimeProvider clock)
{
    public const string ScriptPath = "/.lysekil/live-reload.js";
    public const string EventsPath = "/.lysekil/versions";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly byte[] Script = ReadScript();

    private readonly WebsiteBlobs _blobs = new(web);

    public static async Task ServeScriptAsync(HttpContext http)
    {
        http.Response.ContentType = "text/javascript; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(Script, http.RequestAborted);
    }

    /// <summary>
    /// Server-sent events (HTML Living Standard, section 9.2): an event <c>refused</c> with all refusals at the start,
    /// and whenever they are others; and one event <c>changed</c> when the page at the path of the query parameter
    /// <c>page</c> has another version than <c>shown</c>. Ends when the runner ends.
    /// </summary>
    public async Task ServeEventsAsync(HttpContext http, CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var page = http.Request.Query["page"].ToString();
        var shown = http.Request.Query["shown"].ToString();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await http.Response.WriteAsync("retry: 500\n\n", ended.Token);
            await TellUntilOtherVersionAsync(http.Response, page, shown, ended.Token);
            await http.Response.WriteAsync("event: changed\ndata:\n\n", ended.Token);
        }
        catch (OperationCanceledException)
        {
            // The visitor has left, or the runner ends.
        }
    }

    private async Task TellUntilOtherVersionAsync(
        HttpResponse response, string page, string shown, CancellationToken cancellation)
    {
        var (beaten, told) = (clock.GetTimestamp(), "");
        while ((await _blobs.FindAsync(page, cancellation))?.ETag.Value is var now && (now ?? "") == shown)
        {
            var refused = await refusals.ReadAsync(cancellation);
            if (refused != told)
            {
                told = refused;
                await response.WriteAsync($"event: refused\ndata: {refused}\n\n", cancellation);
            }

            await Task.Delay(Interval, clock, cancellation);
            if (clock.GetElapsedTime(beaten) > Heartbeat)
            {
                beaten = clock.GetTimestamp();
                await response.WriteAsync(":\n\n", cancellation);
            }
        }
    }

    private static byte[] ReadScript()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("website/live-reload.js")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
