using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.Layout;

/// <summary>By which an open page learns that its session has ended, before an editor loses words to it.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder desk)
    {
        // 204, or 401 once the session has ended.
        desk.MapGet("/session", () => Results.NoContent());
        desk.MapGet("/inloggad", () => new RazorComponentResult<SignedInPage>());
    }
}
