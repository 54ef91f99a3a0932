using System.Collections.Concurrent;
using System.Security.Cryptography;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Mirror;

/// <summary>
/// Uploads what changes in the content folder, and deletes what is removed from it. The folder speaks for its own files
/// only, and only when they change: what other clients upload, overwrite or delete in the container stays as they
/// left it. Its own blobs it knows, also after a restart, by the content hash that it keeps with them.
/// </summary>
/// <param name="folder">The truth.</param>
/// <param name="content">The container that follows it.</param>
/// <param name="clock">Times the second look before a deletion.</param>
internal sealed class FolderMirror(ContentFolder folder, IBlobContainer content, TimeProvider clock)
{
    /// <summary>Editors save by deleting and renaming: what is missing for less than this is being saved.</summary>
    private static readonly TimeSpan MissingFor = TimeSpan.FromMilliseconds(200);

    private ConcurrentDictionary<string, MirroredFile>? _mirrored;
    private IReadOnlyList<RefusedFile> _refused = [];

    /// <summary>Raised when a file has been uploaded, or its blob deleted, with the blob's name.</summary>
    public event Action<string>? Mirrored;

    /// <summary>Raised when a file has come that no blob can stand for.</summary>
    public event Action<RefusedFile>? Refused;

    /// <summary>
    /// Compares once, and brings the container in step. A file that cannot be read right now is left to the next
    /// comparison; a storage fault is an exception, and the next comparison makes up for it.
    /// </summary>
    public async Task<MirrorReport> CompareAsync(CancellationToken cancellation)
    {
        if (!folder.Exists)
        {
            // More likely a checkout in progress than an editor who wants an empty site.
            return new MirrorReport([], []);
        }

        var mirrored = _mirrored ??= await RecognizeAsync(cancellation);
        var (files, refused) = folder.Read();
        TellOf(refused);
        var uploaded = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            files.Where(file => !mirrored.TryGetValue(file.Name, out var known) || !known.LooksLike(file)),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (file, stop) =>
            {
                if (await FollowAsync(mirrored, file, stop))
                {
                    uploaded.Add(file.Name);
                }
            });
        var deleted = await DeleteMissingAsync(mirrored, files, cancellation);
        return new MirrorReport([.. uploaded.Order(StringComparer.Ordinal)], deleted);
    }

    private void TellOf(IReadOnlyList<RefusedFile> refused)
    {
        var known = _refused;
        _refused = refused;
        foreach (var file in refused.Except(known))
        {
            Refused?.Invoke(file);
        }
    }

    /// <summary>The blobs that a mirror wrote: the ones with a content hash.</summary>
    private async Task<ConcurrentDictionary<string, MirroredFile>> RecognizeAsync(CancellationToken cancellation)
    {
        var mirrored = new ConcurrentDictionary<string, MirroredFile>(StringComparer.Ordinal);
        string? continuation = null;
        do
        {
            var slice = await content.ListAsync(5000, continuation, cancellation);
            foreach (var blob in slice.Blobs.Where(blob => blob.Headers.Hash is not null))
            {
                mirrored[blob.Name] = new MirroredFile(blob.Length, Modified: null, blob.Headers.Hash!);
            }

            continuation = slice.Continuation;
        }
        while (continuation is not null);
        return mirrored;
    }

    private async Task<bool> FollowAsync(
        ConcurrentDictionary<string, MirroredFile> mirrored, SourceFile file, CancellationToken cancellation)
    {
        try
        {
            await using var bytes = new FileStream(
                file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 81920, useAsync: true);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation));
            var changed = !mirrored.TryGetValue(file.Name, out var known) || known.Hash != hash;
            if (changed)
            {
                bytes.Position = 0;
                await UploadAsync(file.Name, bytes, hash, cancellation);
                Mirrored?.Invoke(file.Name);
            }

            // With what the file looked like before it was read: if it was written meanwhile, it will be read again.
            mirrored[file.Name] = new MirroredFile(file.Length, file.Modified, hash);
            return changed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task UploadAsync(string name, Stream bytes, string hash, CancellationToken cancellation)
    {
        var headers = new BlobHeaders(MediaTypes.Of(name), Hash: hash);
        ETag? written;
        do
        {
            var there = await content.FindAsync(name, cancellation);
            bytes.Position = 0;
            written = await content.WriteAsync(name, bytes, headers, there?.ETag, cancellation);
        }
        while (written is null);
    }

    private async Task<IReadOnlyList<string>> DeleteMissingAsync(
        ConcurrentDictionary<string, MirroredFile> mirrored, IReadOnlyList<SourceFile> files, CancellationToken cancellation)
    {
        var there = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        if (mirrored.Keys.All(there.Contains))
        {
            return [];
        }

        await Task.Delay(MissingFor, clock, cancellation);
        if (!folder.Exists)
        {
            return [];
        }

        there.UnionWith(folder.Read().Files.Select(file => file.Name));
        var deleted = new List<string>();
        foreach (var name in mirrored.Keys.Where(name => !there.Contains(name)).Order(StringComparer.Ordinal))
        {
            // A blob that somebody else has written since is theirs.
            if (await content.FindAsync(name, cancellation) is { } blob
                && blob.Headers.Hash == mirrored[name].Hash
                && await content.DeleteAsync(name, blob.ETag, cancellation))
            {
                deleted.Add(name);
                Mirrored?.Invoke(name);
            }

            mirrored.TryRemove(name, out _);
        }

        return deleted;
    }
}
