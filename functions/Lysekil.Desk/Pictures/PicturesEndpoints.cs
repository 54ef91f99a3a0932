using Lysekil.Desk.Files;
using Lysekil.Desk.History;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.Pictures;

/// <summary>The library of pictures, and uploads, by form or by the editor's page.</summary>
internal static class PicturesEndpoints
{
    public const string FilesField = "filer";
    public const string FindField = "sok";
    public const string FromField = "fran";

    /// <summary>Room for one file of the largest size, and for the rest of the form.</summary>
    private const long MostBytesOfForm = AssetType.MostBytes + 1_000_000;

    public static void MapPictures(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/bilder", ShowAsync);
        desk.MapGet("/bilder/raderade", ShowGoneAsync);
        desk.MapPost("/bilder", UploadAsync).RequireDeskRole(DeskRole.Editor)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytesOfForm));
    }

    /// <summary>A page of the library; as JSON to the editor's page, where pictures are chosen.</summary>
    private static async Task<IResult> ShowAsync(
        HttpContext http, PictureLibrary library, CancellationToken cancellation)
    {
        var page = await library.ReadAsync(
            FileQuery.Words(http.Request.Query[FindField]), FromOf(http), cancellation);
        return WantsJson(http) ? Results.Json(LibraryAnswer.Of(page)) : Page(page, []);
    }

    /// <summary>Lists what was deleted in any way, so that it can be restored by its history.</summary>
    private static async Task<IResult> ShowGoneAsync(
        HttpContext http, IVersionHistory history, CancellationToken cancellation) =>
        new RazorComponentResult<GoneFilesPage>(
            new { Gone = await history.ListGoneAsync(FromOf(http), cancellation) });

    private static async Task<IResult> UploadAsync(
        HttpContext http, PictureUploads uploads, PictureLibrary library, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var uploaded = new List<UploadedFile>();
        foreach (var file in form.Files.GetFiles(FilesField).Where(f => f.FileName.Length > 0))
        {
            uploaded.Add(await uploads.UploadAsync(file, DeskAccount.Of(http.User), cancellation));
        }

        return WantsJson(http)
            ? Results.Json(uploaded.Select(UploadAnswer.Of))
            : Page(await library.ReadAsync(null, null, cancellation), uploaded);
    }

    private static string? FromOf(HttpContext http) =>
        http.Request.Query[FromField].ToString() is { Length: > 0 } from ? from : null;

    private static bool WantsJson(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private static RazorComponentResult<LibraryPageView> Page(
        LibraryPage library, IReadOnlyList<UploadedFile> uploaded) =>
        new(new { Library = library, Uploaded = uploaded })
        {
            StatusCode = uploaded.Any(u => u.Path is null)
                ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK,
        };
}

/// <summary>What became of an upload, as JSON.</summary>
/// <param name="Name">The file's name on the editor's machine.</param>
/// <param name="Url">Its address on the site; empty if it was refused.</param>
/// <param name="IsRefused">Whether nothing was stored.</param>
/// <param name="Remarks">What its editor should know, in Swedish.</param>
internal sealed record UploadAnswer(string Name, string Url, bool IsRefused, IReadOnlyList<string> Remarks)
{
    public static UploadAnswer Of(UploadedFile file) => new(
        file.FileName,
        file.Url,
        file.Path is null,
        [.. file.Diagnostics.OrderByDescending(d => d.Severity == Severity.Refusal).Select(Text)]);

    private static string Text(Diagnostic diagnostic) => $"{diagnostic.Message} {diagnostic.Remedy}";
}

/// <summary>A page of the library, as JSON: the pictures that can be shown in a text.</summary>
/// <param name="Pictures">The pictures.</param>
/// <param name="Next">The address of the next page; <c>null</c> at the end.</param>
internal sealed record LibraryAnswer(IReadOnlyList<LibraryChoice> Pictures, string? Next)
{
    public static LibraryAnswer Of(LibraryPage library) => new(
        [
            .. library.Pictures.Where(p => p.Thumbnail is not null)
                .Select(p => new LibraryChoice(p.Path.FileName, p.Url, p.Thumbnail!)),
        ],
        library.Next);
}

/// <summary>A picture that can be chosen.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Url">Its address on the site.</param>
/// <param name="Thumbnail">The address of a small picture.</param>
internal sealed record LibraryChoice(string Name, string Url, string Thumbnail);
