using System.Security.Claims;
using Lysekil.Desk.Audit;
using Lysekil.Desk.Layout;
using Lysekil.Desk.Preview;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.History;

/// <summary>The versions of a file, what changed between them, and the way back to one.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistory(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/historik/{**path}", ShowAsync);
        desk.MapGet("/version/{**path}", ShowPictureAsync);
        desk.MapPost("/atgard/aterstall/{**path}", RestoreAsync).RequireDeskRole(DeskRole.Publisher);
    }

    /// <param name="path">The file.</param>
    /// <param name="version">The version that is shown; by default the newest.</param>
    /// <param name="etag">The tag of the version that is shown, where its name is not known.</param>
    /// <param name="history">The versions.</param>
    /// <param name="store">The file as it is now.</param>
    /// <param name="cancellation">Ends the wait.</param>
    private static async Task<IResult> ShowAsync(
        string? path,
        string? version,
        string? etag,
        IVersionHistory history,
        SourceStore store,
        CancellationToken cancellation)
    {
        if (DeskPath.Readable(path) is not { } source)
        {
            return Results.NotFound();
        }

        var (listing, reading) = (
            history.ListAsync(source, VersionLog.MostVersions, cancellation), store.ReadAsync(source, cancellation));
        var (versions, current) = (await listing, await reading);
        var tagged = etag is null ? null : versions.FirstOrDefault(v => v.ETag?.Value == etag);
        var view = await VersionView.ReadAsync(source, versions, tagged?.Id ?? version, history, cancellation);
        return view is null
            ? Results.NotFound()
            : new RazorComponentResult<HistoryPage>(
                new
                {
                    Path = source,
                    Versions = versions,
                    View = view,
                    Current = current,
                    IsAnother = etag is not null && tagged is null,
                });
    }

    /// <summary>A picture as it was in a version. Nothing runs in it, whatever its bytes are.</summary>
    private static async Task<IResult> ShowPictureAsync(
        HttpContext http, string? path, string? version, IVersionHistory history, CancellationToken cancellation)
    {
        if (DeskPath.Readable(path) is not { } source
            || PictureType.Of(source) is not { } type
            || await history.ReadAsync(source, version ?? "", cancellation) is not { } content)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = SiteFile.Policy;
        return Results.Bytes(content, type);
    }

    /// <summary>Saves a version's content as the newest one: no version is lost by it.</summary>
    private static async Task<IResult> RestoreAsync(
        string? path,
        [FromForm] string version,
        [FromForm] string? etag,
        ClaimsPrincipal user,
        IVersionHistory history,
        SourceStore store,
        CancellationToken cancellation)
    {
        if (DeskPath.Writable(path) is not { } source
            || await history.ReadAsync(source, version, cancellation) is not { } content)
        {
            return Results.NotFound();
        }

        var outcome = await store.SaveAsync(
            source,
            content,
            string.IsNullOrEmpty(etag) ? null : new ETag(etag),
            DeskAccount.Of(user),
            AuditAction.Restored,
            cancellation);
        return outcome is SaveOutcome.Saved
            ? Results.LocalRedirect(DeskLinks.File(source))
            : Results.StatusCode(StatusCodes.Status409Conflict);
    }
}
