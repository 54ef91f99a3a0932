using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Desk.SignIn;

/// <summary>
/// Lets a change pass that a page of the desk asks for: 403 to one that a page of another origin sends, 400 to one
/// without the anti-forgery token of the account. It stands behind authorisation, so that a request that may not make
/// the change is told so first.
/// </summary>
internal sealed class ChangeGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsChange(http.Request.Method))
        {
            await next(http);
            return;
        }

        if (IsForeign(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!await HasTokenAsync(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(http);
    }

    private static bool IsChange(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    /// <summary>
    /// Whether a browser says that a page of another origin sends the request: by <c>Sec-Fetch-Site</c> (Fetch
    /// Metadata Request Headers, section 2.3), or, in a browser without it, by <c>Origin</c> (RFC 6454, section 7). Behind
    /// the functions host, the browser's host name is in <c>X-Forwarded-Host</c>, which no form can send.
    /// </summary>
    private static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && (IsHost(request.Host.Value, from) || IsHost(request.Headers["X-Forwarded-Host"].ToString(), from)));
    }

    private static bool IsHost(string? host, Uri origin) =>
        origin.Authority.Equals(host, StringComparison.OrdinalIgnoreCase);

    private async Task<bool> HasTokenAsync(HttpContext http)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(http);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
