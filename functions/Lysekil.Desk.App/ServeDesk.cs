using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Desk.App;

/// <summary>Answers every request to the desk.</summary>
internal sealed class ServeDesk(DeskPipeline pipeline)
{
    /// <summary>
    /// Asks for no key of the function: App Service's sign-in and the desk's own policies decide on each request.
    /// </summary>
    [Function(nameof(ServeDesk))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "desk/{*path}")] HttpRequest request)
    {
        await pipeline.RunAsync(request.HttpContext);
        return Results.Empty;
    }
}
