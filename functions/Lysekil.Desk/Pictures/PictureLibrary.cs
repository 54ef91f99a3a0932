using Lysekil.Desk.Files;
using Lysekil.Desk.Layout;
using Lysekil.Desk.Preview;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Pictures;

/// <summary>The files in the folder of pictures, with where they are used.</summary>
internal sealed class PictureLibrary(SiteStorage storage, SiteIndex index, IFileList files)
{
    private const string Folder = "bilder/";
    private const int OnePage = 24;
    private const int MostUsers = 5;

    /// <summary>
    /// A page of the library: by name, one storage call and two for each of its files; or what a search finds, the last
    /// changed first, which costs what a search in the list of files does.
    /// </summary>
    /// <param name="find">Words, all of which the path contains; <c>null</c>: all files.</param>
    /// <param name="from">Where the last page ended; <c>null</c> for the first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<LibraryPage> ReadAsync(string? find, string? from, CancellationToken cancellation)
    {
        var (paths, next) = find is null
            ? await ListAsync(from, cancellation)
            : await FindAsync(find, from, cancellation);
        var pictures = await Task.WhenAll(paths.Select(p => ReadAsync(p, cancellation)));
        return new LibraryPage(pictures, find, next);
    }

    private async Task<(IEnumerable<SourcePath> Paths, string? Next)> ListAsync(
        string? from, CancellationToken cancellation)
    {
        var listed = await storage.Content.ListBelowAsync(Folder, OnePage, from, cancellation);
        return (listed.Blobs.Select(b => new SourcePath(b.Name)).Where(p => p.Kind == SourceKind.Asset),
            listed.Continuation);
    }

    private async Task<(IEnumerable<SourcePath> Paths, string? Next)> FindAsync(
        string find, string? from, CancellationToken cancellation)
    {
        var query = new FileQuery(null, find, from) { Kind = SourceListKind.Asset };
        var slice = await files.ListAsync(query, OnePage, cancellation);
        return (slice.Files.Select(f => f.Path).Where(p => p.Value.StartsWith(Folder, StringComparison.Ordinal)),
            slice.Next);
    }

    private async Task<LibraryPicture> ReadAsync(SourcePath path, CancellationToken cancellation)
    {
        var askingUsers = index.UsersAsync(path, null, MostUsers, cancellation);
        var record = (await index.FindSourceAsync(path, cancellation))?.Value;
        return new LibraryPicture(
            path,
            PageKey.Asset(path).Url,
            record?.Live?.Picture is { } picture ? ThumbnailOf(path, picture) : null,
            record?.Diagnostics.FirstOrDefault()?.Message,
            await askingUsers);
    }

    /// <summary>The address of the narrowest copy, or of the picture itself if it has no copies.</summary>
    private static string ThumbnailOf(SourcePath path, Picture picture) =>
        PreviewDocument.SiteFiles + (picture.Widths.ToList() is [var narrowest, ..]
            ? PageKey.PictureCopy(path, picture.Content, narrowest)
            : PageKey.Asset(path)).Url;
}

/// <summary>A page of the library.</summary>
/// <param name="Pictures">The files.</param>
/// <param name="Find">The words of the search whose finds these are; <c>null</c> where it is all files.</param>
/// <param name="Continuation">Where the next page begins; <c>null</c> at the end.</param>
public sealed record LibraryPage(IReadOnlyList<LibraryPicture> Pictures, string? Find, string? Continuation)
{
    /// <summary>The address of the next page; <c>null</c> at the end.</summary>
    internal string? Next => Continuation is null
        ? null
        : $"{DeskLinks.Pictures}?{(Find is null ? "" : $"{PicturesEndpoints.FindField}={Uri.EscapeDataString(Find)}&")}"
            + $"{PicturesEndpoints.FromField}={Uri.EscapeDataString(Continuation)}";
}

/// <summary>A file of the library.</summary>
/// <param name="Path">The file.</param>
/// <param name="Url">Its address on the site.</param>
/// <param name="Thumbnail">The address of a small picture; <c>null</c> if there is none.</param>
/// <param name="Remark">What its editor should know, in Swedish; <c>null</c> if there is nothing.</param>
/// <param name="Users">The first texts that use it.</param>
public sealed record LibraryPicture(
    SourcePath Path, string Url, string? Thumbnail, string? Remark, IReadOnlyList<SourcePath> Users);
