using Lysekil.Desk.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.Site;

/// <summary>The site's settings: seen by every role, changed by publishers.</summary>
internal static class SettingsEndpoints
{
    public static void MapSiteSettings(this IEndpointRouteBuilder desk)
    {
        desk.MapGet(
            "/installningar",
            (HttpContext http, SettingsEditor editor, CancellationToken cancellation) =>
                editor.OpenAsync(http, cancellation));
        desk.MapPost(
            "/installningar",
            (HttpContext http, SettingsEditor editor, CancellationToken cancellation) =>
                editor.SaveAsync(http, cancellation)).RequireDeskRole(DeskRole.Publisher);
    }
}
