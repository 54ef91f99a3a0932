using Lysekil.Desk.Layout;
using Lysekil.Desk.Publishing;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Writing;
using Lysekil.Publishing.Contents.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.Preview;

/// <summary>
/// Previews: while an editor types, in a frame of the desk, and by a link for readers without an account.
/// </summary>
internal static class PreviewEndpoints
{
    public const string Live = "/desk/forhandsvisa";

    private const string Html = "text/html; charset=utf-8";

    /// <summary>The address of a file's preview, for a frame of the desk.</summary>
    public static string FrameOf(SourcePath path) =>
        Live + "/" + string.Join('/', path.Value.Split('/').Select(Uri.EscapeDataString));

    public static void MapPreviews(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/forhandsvisa", RenderLiveAsync).RequireDeskRole(DeskRole.Editor);
        desk.MapGet("/forhandsvisa/{**path}", ShowInFrameAsync).AllowFramingByDesk();
        desk.MapGet("/utkast/{token}", ShowToReaderAsync).AllowAnonymous();
        desk.MapGet(
            "/webbplats/{**path}",
            (string? path, HttpContext http, SiteFile files, CancellationToken cancellation) =>
                files.ReadAsync(http, path ?? "", cancellation))
            .AllowAnonymous();
    }

    private static async Task<IResult> RenderLiveAsync(
        HttpContext http,
        Previews previews,
        OpenFiles writers,
        SwedishTime time,
        CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (DeskPath.Writable(form[EditorInput.PathField]) is not { } path
            || await previews.FindAsync(path, EditorInput.Of(path, form).Bytes, cancellation) is not { } preview)
        {
            return Results.NotFound();
        }

        var others = await writers.NoteAsync(path, DeskAccount.Of(http.User), cancellation);
        return Results.Json(new LivePreview(
            previews.SourceDocumentOf(preview),
            string.Join(' ', Forecast.Of(preview, time)),
            EditorTexts.Of(others),
            [.. preview.Diagnostics.Select(LiveDiagnostic.Of)]));
    }

    private static async Task<IResult> ShowInFrameAsync(
        string? path, HttpContext http, Previews previews, CancellationToken cancellation)
    {
        if (DeskPath.Readable(path) is not { } file
            || await previews.StoredAsync(file, isNoted: false, cancellation) is not { } html)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy =
            PreviewDocument.Policy + "; frame-ancestors 'self'; sandbox allow-same-origin";
        return Results.Content(html, Html);
    }

    /// <summary>
    /// A link that has ended, one that was changed and one to a file that is gone give the same answer: the link tells
    /// nothing of the desk's files.
    /// </summary>
    private static async Task<IResult> ShowToReaderAsync(
        string token, HttpContext http, PreviewLinks links, Previews previews, CancellationToken cancellation)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        if (links.Read(token) is not { } path
            || await previews.StoredAsync(path, isNoted: true, cancellation) is not { } html)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = PreviewDocument.Policy
            + "; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";
        return Results.Content(html, Html);
    }
}
