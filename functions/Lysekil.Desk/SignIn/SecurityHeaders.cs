using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Desk.SignIn;

/// <summary>
/// Gives each answer, errors too, its policy: nothing inline, nothing foreign, not framed, not kept, no address told to
/// other sites. An endpoint may set a caching header or a policy of its own.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
        + "form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors ";

    public Task InvokeAsync(HttpContext http)
    {
        // When the response starts: an error page begins with headers that were cleared.
        http.Response.OnStarting(() =>
        {
            Write(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        var isFramed = http.GetEndpoint()?.Metadata.GetMetadata<FramedByDesk>() is not null;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0
            ? headers.ContentSecurityPolicy
            : Policy + (isFramed ? "'self'" : "'none'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}

/// <summary>Marks an endpoint whose page the desk shows in a frame.</summary>
internal sealed class FramedByDesk;

internal static class FramedByDeskExtensions
{
    /// <summary>Lets pages of the desk, and no others, show the endpoint's page in a frame.</summary>
    public static TBuilder AllowFramingByDesk<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new FramedByDesk());
}
