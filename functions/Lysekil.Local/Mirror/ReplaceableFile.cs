namespace Lysekil.Local.Mirror;

/// <summary>A file that is replaced as a whole: another program sees the old content or the new one.</summary>
/// <param name="path">The file's path, whether there is a file or not.</param>
internal sealed class ReplaceableFile(string path)
{
    /// <summary>The content; <c>null</c> if there is no file.</summary>
    public async Task<byte[]?> ReadAsync(CancellationToken cancellation) =>
        File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : null;

    /// <summary>Replaces or creates the file, with its folder; deletes it for <c>null</c>.</summary>
    public async Task ReplaceAsync(byte[]? content, CancellationToken cancellation)
    {
        if (content is null)
        {
            File.Delete(path);
            return;
        }

        var directory = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(directory);
        // By its name one of those that are never mirrored.
        var unfinished = Path.Combine(directory, $".{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllBytesAsync(unfinished, content, cancellation);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
