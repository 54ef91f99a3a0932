using Lysekil.Desk.Layout;
using Lysekil.Desk.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.Writing;

/// <summary>New texts, and the editor of files.</summary>
internal static class WritingEndpoints
{
    public static void MapWriting(this IEndpointRouteBuilder desk)
    {
        var editors = desk.MapGroup("").RequireDeskRole(DeskRole.Editor);
        editors.MapGet("/ny", (NewArticles files, CancellationToken cancellation) => files.ShowAsync(cancellation));
        editors.MapPost(
            "/ny",
            (HttpContext http, NewArticles files, CancellationToken cancellation) =>
                files.CreateAsync(http, cancellation));
        editors.MapGet(
            "/skriv/{**path}",
            (string? path, HttpContext http, Editor editor, CancellationToken cancellation) =>
                DeskPath.Writable(path) is { } file
                    ? editor.OpenAsync(file, http, cancellation)
                    : Task.FromResult(Results.NotFound()))
            .AllowPicturesOfSites();
        editors.MapPost(
            "/skriv/{**path}",
            (string? path, HttpContext http, Editor editor, CancellationToken cancellation) =>
                DeskPath.Writable(path) is { } file
                    ? editor.SaveAsync(file, http, cancellation)
                    : Task.FromResult(Results.NotFound()))
            .AllowPicturesOfSites();
    }
}
