using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Desk.SignIn;

/// <summary>
/// Gives each answer, errors too, its policy: nothing inline, nothing foreign, not framed, not kept, no address told to
/// other sites. An endpoint may set a caching header or a policy of its own.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
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
        var endpoint = http.GetEndpoint()?.Metadata;
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0
            ? headers.ContentSecurityPolicy
            : PolicyOf(endpoint);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }

    private static string PolicyOf(EndpointMetadataCollection? endpoint)
    {
        var pictures = endpoint?.GetMetadata<ShowsPicturesOfSites>() is null ? "" : " https:";
        var ancestors = endpoint?.GetMetadata<FramedByDesk>() is null ? "'none'" : "'self'";
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; "
            + $"frame-src 'self'; base-uri 'none'; img-src 'self' blob: data:{pictures}; frame-ancestors {ancestors}";
    }
}

/// <summary>Marks an endpoint whose page the desk shows in a frame.</summary>
internal sealed class FramedByDesk;

/// <summary>
/// Marks an endpoint whose page shows a text while it is typed: the frame is written by the page, and so has the page's
/// policy besides its own, and the text may show pictures of other sites, as it may on the site.
/// </summary>
internal sealed class ShowsPicturesOfSites;

internal static class PolicyExtensions
{
    /// <summary>Lets pages of the desk, and no others, show the endpoint's page in a frame.</summary>
    public static TBuilder AllowFramingByDesk<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new FramedByDesk());

    /// <summary>Lets the endpoint's page show pictures of other sites.</summary>
    public static TBuilder AllowPicturesOfSites<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ShowsPicturesOfSites());
}
