using Lysekil.Desk.Layout;
using Lysekil.Publishing.Index;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Lysekil.Desk.Files;

/// <summary>The list of files and the page of one; each also as the fragment that an open page asks for.</summary>
internal static class FilesEndpoints
{
    private const int MostOfAPage = 50;
    private const int MostSharedTopics = 20;

    /// <summary>The value of <c>del</c> that asks for the fragment alone.</summary>
    private const string Fragment = "nytt";

    public static void MapFiles(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("/", ListAsync);
        desk.MapGet("/fil/{**path}", ShowAsync);
    }

    /// <param name="visa">A state by its key.</param>
    /// <param name="sok">Words to find.</param>
    /// <param name="efter">Where the last page ended.</param>
    /// <param name="del"><see cref="Fragment"/> for the fragment alone.</param>
    /// <param name="files">The list.</param>
    /// <param name="index">Tells of topics that share an address.</param>
    /// <param name="cancellation">Ends the wait.</param>
    private static async Task<IResult> ListAsync(
        string? visa,
        string? sok,
        string? efter,
        string? del,
        IFileList files,
        SiteIndex index,
        CancellationToken cancellation)
    {
        var query = new FileQuery(FileStates.Parse(visa), FileQuery.Words(sok), efter);
        var slice = await files.ListAsync(query, MostOfAPage, cancellation);
        if (del == Fragment)
        {
            return new RazorComponentResult<FileLines>(new { Query = query, Slice = slice });
        }

        IReadOnlyList<DiagnosedSource> topics =
            query == FileQuery.All ? await index.SharedTopicsAsync(MostSharedTopics, cancellation) : [];
        return new RazorComponentResult<FileListPage>(new { Query = query, Slice = slice, Topics = topics });
    }

    private static async Task<IResult> ShowAsync(
        string? path, string? del, FileReader reader, CancellationToken cancellation)
    {
        if (DeskPath.Readable(path) is not { } source
            || await reader.ReadAsync(source, cancellation) is not { } file)
        {
            return Results.NotFound();
        }

        return del == Fragment
            ? new RazorComponentResult<FileStatus>(new { File = file })
            : new RazorComponentResult<FilePage>(new { File = file });
    }
}
