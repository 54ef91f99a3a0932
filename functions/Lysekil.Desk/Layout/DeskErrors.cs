using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Lysekil.Desk.Layout;

/// <summary>
/// Turns a refusal, a fault of storage and a mistake of the desk into a page that says what an editor can do. It shows
/// nothing of the fault; the log has it.
/// </summary>
internal sealed class DeskErrors(RequestDelegate next, ILogger<DeskErrors> log)
{
    /// <summary>In seconds.</summary>
    private const string RetryAfter = "5";

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return; // The browser has left.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusOf(fault);
            Log(http, fault);
        }

        var response = http.Response;
        if (response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            await WritePageAsync(http);
        }
    }

    private static Task WritePageAsync(HttpContext http)
    {
        if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = RetryAfter;
        }

        var status = http.Response.StatusCode;
        return new RazorComponentResult<StatusPage>(new { Status = status }) { StatusCode = status }.ExecuteAsync(http);
    }

    private static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsOfStorage(fault) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Whether storage, or the way to it, failed: an attempt a moment later may succeed.</summary>
    private static bool IsOfStorage(Exception fault) =>
        fault is RequestFailedException or IOException or HttpRequestException or TimeoutException
            or OperationCanceledException
        || (fault is AggregateException several && several.InnerExceptions.All(IsOfStorage));

    private void Log(HttpContext http, Exception fault)
    {
        // The route has no user input; the path would.
        var route = http.GetEndpoint()?.DisplayName;
        if (http.Response.StatusCode >= 500)
        {
            log.LogError(fault, "The desk answered {Status} at {Route}", http.Response.StatusCode, route);
        }
        else
        {
            log.LogWarning("The desk answered {Status} at {Route}", http.Response.StatusCode, route);
        }
    }
}
