using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.App;

/// <summary>The desk's middleware and endpoints, built with the first request.</summary>
/// <param name="services">The services of the application.</param>
internal sealed class DeskPipeline(IServiceProvider services)
{
    private readonly Lazy<RequestDelegate> _pipeline = new(() => Build(services));

    public Task RunAsync(HttpContext http)
    {
        // The worker's routing has matched the function. With that match, the desk's routing would look no further.
        http.SetEndpoint(null);
        http.Request.RouteValues = new RouteValueDictionary();
        return _pipeline.Value(http);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var builder = new ApplicationBuilder(services);
        builder.UseDesk();
        return builder.Build();
    }
}
