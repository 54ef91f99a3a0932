using System.Security.Cryptography;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Mirror;

/// <summary>
/// The content container as the desk writes to it: what is saved or deleted there is saved or deleted in the content
/// folder, too. The file comes first. If the process ends before the blob has followed, the mirror of the next run
/// completes the change.
/// </summary>
/// <param name="content">The container.</param>
/// <param name="folder">The folder that is mirrored into it.</param>
/// <param name="mirror">Uploads the folder's own changes before each change of this client.</param>
internal sealed class FolderContainer(IBlobContainer content, ContentFolder folder, FolderMirror mirror)
    : IBlobContainer
{
    public Task<BlobProperties?> FindAsync(string name, CancellationToken cancellation) =>
        content.FindAsync(name, cancellation);

    public Task<BlobReading?> OpenAsync(string name, CancellationToken cancellation) =>
        content.OpenAsync(name, cancellation);

    public Task<BlobSlice> ListAsync(int most, string? continuation, CancellationToken cancellation) =>
        content.ListAsync(most, continuation, cancellation);

    public Task<BlobSlice> ListBelowAsync(
        string folder, int most, string? continuation, CancellationToken cancellation) =>
        content.ListBelowAsync(folder, most, continuation, cancellation);

    public Task<bool> TagAsync(string name, IReadOnlyDictionary<string, string> tags, CancellationToken cancellation) =>
        content.TagAsync(name, tags, cancellation);

    /// <inheritdoc/>
    /// <remarks>
    /// <c>null</c> also if the file has changed since it was uploaded, or if it exists and its blob does not.
    /// </remarks>
    public async Task<ETag?> WriteAsync(
        string name, Stream bytes, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        using var read = new MemoryStream();
        await bytes.CopyToAsync(read, cancellation);
        return await mirror.ChangeAsync(
            name, () => WriteBothAsync(name, read.ToArray(), headers, expected, cancellation), cancellation);
    }

    /// <inheritdoc/>
    /// <remarks><c>false</c> also if the file has changed since it was uploaded.</remarks>
    public Task<bool> DeleteAsync(string name, ETag expected, CancellationToken cancellation) =>
        mirror.ChangeAsync(name, () => DeleteBothAsync(name, expected, cancellation), cancellation);

    private async Task<ETag?> WriteBothAsync(
        string name, byte[] bytes, BlobHeaders headers, ETag? expected, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(bytes);
        if (FileOf(name) is not { } file)
        {
            return await content.WriteAsync(name, stream, headers with { Hash = null }, expected, cancellation);
        }

        var before = await file.ReadAsync(cancellation);
        var there = await content.FindAsync(name, cancellation);
        if (there?.ETag != expected || (there is null && before is not null))
        {
            return null;
        }

        await file.ReplaceAsync(bytes, cancellation);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var written = await content.WriteAsync(name, stream, headers with { Hash = hash }, expected, cancellation);
        if (written is null)
        {
            await file.ReplaceAsync(before, CancellationToken.None);
        }

        return written;
    }

    private async Task<bool> DeleteBothAsync(string name, ETag expected, CancellationToken cancellation)
    {
        if (FileOf(name) is not { } file)
        {
            return await content.DeleteAsync(name, expected, cancellation);
        }

        if ((await content.FindAsync(name, cancellation))?.ETag != expected)
        {
            return false;
        }

        var before = await file.ReadAsync(cancellation);
        await file.ReplaceAsync(null, cancellation);
        var isDeleted = await content.DeleteAsync(name, expected, cancellation);
        if (!isDeleted)
        {
            await file.ReplaceAsync(before, CancellationToken.None);
        }

        return isDeleted;
    }

    private ReplaceableFile? FileOf(string name)
    {
        // A folder that is gone is more likely to come back than to be made anew with this file alone in it.
        if (!folder.Exists)
        {
            throw new DirectoryNotFoundException($"The folder {folder.FullPath} is not there.");
        }

        return folder.FilePathOf(name) is { } path ? new ReplaceableFile(path) : null;
    }
}
