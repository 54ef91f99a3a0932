using Lysekil.Desk.Layout;
using Lysekil.Desk.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.Publishing;

/// <summary>The actions of publishers: each says first what it will do, and can be undone.</summary>
internal static class PublishingEndpoints
{
    public const string Undo = "angra";
    public const string ETagField = "etag";
    public const string WrittenField = "varde";
    public const string VersionField = "version";
    public const string TargetField = "till";
    public const string LostField = "adress";
    public const string DoneField = "gjort";

    public static void MapPublishing(this IEndpointRouteBuilder desk)
    {
        var actions = desk.MapGroup("/atgard").RequireDeskRole(DeskRole.Publisher);
        foreach (var action in DeskAction.All)
        {
            actions.MapGet(
                $"/{action.Name}/{{**path}}",
                (string? path, HttpContext http, DeskActions files, CancellationToken cancellation) =>
                    DeskPath.Readable(path) is { } file
                        ? files.ShowAsync(action, file, http.Request.Query, cancellation)
                        : NotFoundAsync());
            actions.MapPost(
                $"/{action.Name}/{{**path}}",
                (string? path, HttpContext http, DeskActions files, CancellationToken cancellation) =>
                    DeskPath.Writable(path) is { } file
                        ? files.ChangeAsync(action, file, http, cancellation)
                        : NotFoundAsync());
        }

        actions.MapPost(
            $"/{Undo}/{{**path}}",
            (string? path, HttpContext http, DeskActions files, CancellationToken cancellation) =>
                DeskPath.Writable(path) is { } file ? files.UndoAsync(file, http, cancellation) : NotFoundAsync());
    }

    private static Task<IResult> NotFoundAsync() => Task.FromResult(Results.NotFound());
}
