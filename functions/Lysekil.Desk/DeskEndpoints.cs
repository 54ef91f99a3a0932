using Lysekil.Desk.Audit;
using Lysekil.Desk.Files;
using Lysekil.Desk.History;
using Lysekil.Desk.Layout;
using Lysekil.Desk.Pictures;
using Lysekil.Desk.Preview;
using Lysekil.Desk.Publishing;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Site;
using Lysekil.Desk.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk;

/// <summary>Serves the desk below <c>/desk</c>.</summary>
public static class DeskEndpoints
{
    private const string Root = "/desk";

    /// <summary>
    /// Answers every request below <c>/desk</c>; all others pass on. Works in a <c>WebApplication</c> and on a bare
    /// <see cref="ApplicationBuilder"/>.
    /// </summary>
    public static void UseDesk(this IApplicationBuilder app)
    {
        // A builder of its own: a WebApplication would match and authorise the endpoints before the desk's own
        // middleware, and its answers would lack the desk's headers and pages.
        var desk = new ApplicationBuilder(app.ApplicationServices);
        desk.UseMiddleware<SecurityHeaders>();
        desk.UseMiddleware<DeskErrors>();
        desk.UseRouting();
        desk.UseAuthentication();
        desk.UseAuthorization();
        desk.UseMiddleware<ChangeGuard>();
        desk.UseEndpoints(endpoints => endpoints.MapDesk());
        var pipeline = desk.Build();
        app.MapWhen(http => http.Request.Path.StartsWithSegments(Root), below => below.Run(pipeline));
    }

    /// <summary>
    /// All endpoints. Each asks for the role of a reader unless it says otherwise, and each change has passed
    /// <see cref="ChangeGuard"/>.
    /// </summary>
    private static void MapDesk(this IEndpointRouteBuilder endpoints)
    {
        var desk = endpoints.MapGroup(Root).RequireDeskRole(DeskRole.Reader).DisableAntiforgery();
        desk.MapAssets();
        desk.MapSession();
        desk.MapFiles();
        desk.MapHistory();
        desk.MapAudit();
        desk.MapWriting();
        desk.MapPreviews();
        desk.MapPublishing();
        desk.MapPictures();
        desk.MapSiteSettings();
    }
}
