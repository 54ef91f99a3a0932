using System.Collections.Concurrent;
using System.Security.Cryptography;
using Lysekil.Publishing.Storage;
using Nito.AsyncEx;

namespace Lysekil.Local.Mirror;

/// <summary>
/// Uploads what changes in the content folder, and deletes what is removed from it. What other clients upload,
/// overwrite or delete in the container stays as they left it until the file changes. The mirror recognizes its own
/// blobs, also after a restart, by the content hash in their metadata.
/// </summary>
/// <param name="folder">The folder to mirror.</param>
/// <param name="content">The container that follows the folder.</param>
/// <param name="clock">Times the second reading of the folder before a deletion, and the pauses of retries.</param>
internal sealed class FolderMirror(ContentFolder folder, IBlobContainer content, TimeProvider clock)
{
    /// <summary>
    /// Text editors save by deleting and renaming: a file that is missing for less than this is being saved.
    /// </summary>
    private static readonly TimeSpan MissingFor = TimeSpan.FromMilliseconds(200);

    /// <summary>The first pause after another client was faster with a blob; each later one is twice as long.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>A blob that other clients have changed this often is left to the next call.</summary>
    private const int MostTries = 6;

    private readonly AsyncLock _turn = new();
    private ConcurrentDictionary<string, MirroredFile>? _mirrored;
    private volatile IReadOnlyList<RefusedFile> _refused = [];
    private volatile bool _isWorking;

    /// <summary>Raised with the name of a blob that was uploaded, changed or deleted.</summary>
    public event Action<string>? Mirrored;

    /// <summary>Raised for a new file whose name no blob can have.</summary>
    public event Action<RefusedFile>? Refused;

    /// <summary>The files whose names no blob can have.</summary>
    public IReadOnlyList<RefusedFile> RefusedFiles => _refused;

    /// <summary>Whether a synchronization is under way.</summary>
    public bool IsWorking => _isWorking;

    /// <summary>
    /// Brings the container in step with the folder. A file that cannot be read is left to the next call. A storage
    /// fault is an exception; the next call completes the work.
    /// </summary>
    public async Task<MirrorReport> SyncAsync(CancellationToken cancellation)
    {
        using var turn = await _turn.LockAsync(cancellation);
        _isWorking = true;
        try
        {
            return await SyncInTurnAsync(cancellation);
        }
        finally
        {
            _isWorking = false;
        }
    }

    /// <summary>
    /// Makes a change of a file and of its blob: folder and container are in step before it, and no synchronization
    /// runs meanwhile.
    /// </summary>
    /// <returns>The result of the change; its default value says that nothing has changed.</returns>
    public async Task<T> ChangeAsync<T>(string name, Func<Task<T>> change, CancellationToken cancellation)
    {
        using var turn = await _turn.LockAsync(cancellation);
        await SyncInTurnAsync(cancellation);
        var result = await change();
        if (!EqualityComparer<T>.Default.Equals(result, default))
        {
            Mirrored?.Invoke(name);
        }

        return result;
    }

    private async Task<MirrorReport> SyncInTurnAsync(CancellationToken cancellation)
    {
        if (!folder.Exists)
        {
            // More likely a checkout in progress than an editor's wish for an empty site.
            return new MirrorReport([], []);
        }

        var mirrored = _mirrored ??= await ListMirroredAsync(cancellation);
        var (files, refused) = folder.Read();
        ReportNewlyRefused(refused);
        var uploaded = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            files.Where(file => !mirrored.TryGetValue(file.Name, out var known) || !known.LooksLike(file)),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (file, stop) =>
            {
                if (await UploadIfChangedAsync(mirrored, file, stop))
                {
                    uploaded.Add(file.Name);
                }
            });
        var deleted = await DeleteMissingAsync(mirrored, files, cancellation);
        return new MirrorReport([.. uploaded.Order(StringComparer.Ordinal)], deleted);
    }

    private void ReportNewlyRefused(IReadOnlyList<RefusedFile> refused)
    {
        var known = _refused;
        _refused = refused;
        foreach (var file in refused.Except(known))
        {
            Refused?.Invoke(file);
        }
    }

    /// <summary>The blobs that a mirror has written: those with a content hash.</summary>
    private async Task<ConcurrentDictionary<string, MirroredFile>> ListMirroredAsync(CancellationToken cancellation)
    {
        var mirrored = new ConcurrentDictionary<string, MirroredFile>(StringComparer.Ordinal);
        await foreach (var blob in content.ListAllAsync(cancellation).Where(blob => blob.Headers.Hash is not null))
        {
            mirrored[blob.Name] = new MirroredFile(blob.Length, Modified: null, blob.Headers.Hash!);
        }

        return mirrored;
    }

    private async Task<bool> UploadIfChangedAsync(
        ConcurrentDictionary<string, MirroredFile> mirrored, SourceFile file, CancellationToken cancellation)
    {
        try
        {
            await using var bytes = new FileStream(
                file.FullPath,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 81920,
                useAsync: true);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation));
            var changed = (!mirrored.TryGetValue(file.Name, out var known) || known.Hash != hash)
                && await UploadAsync(file.Name, bytes, hash, cancellation);
            if (changed)
            {
                Mirrored?.Invoke(file.Name);
            }

            // The length and time from before the reading: a file that was written meanwhile is read again.
            mirrored[file.Name] = new MirroredFile(file.Length, file.Modified, hash);
            return changed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>False if the blob has the file's content: another upload would only change its version.</summary>
    /// <exception cref="IOException">Other clients change the blob all the time.</exception>
    private async Task<bool> UploadAsync(string name, Stream bytes, string hash, CancellationToken cancellation)
    {
        var headers = new BlobHeaders(MediaTypes.Of(name), Hash: hash);
        for (var (tried, pause) = (1, FirstPause); tried <= MostTries; tried++, pause *= 2)
        {
            var there = await content.FindAsync(name, cancellation);
            if (there?.Headers.Hash == hash)
            {
                return false;
            }

            bytes.Position = 0;
            if (await content.WriteAsync(name, bytes, headers, there?.ETag, cancellation) is not null)
            {
                return true;
            }

            await Task.Delay(pause, clock, cancellation);
        }

        throw new IOException($"{name} changes all the time.");
    }

    private async Task<IReadOnlyList<string>> DeleteMissingAsync(
        ConcurrentDictionary<string, MirroredFile> mirrored,
        IReadOnlyList<SourceFile> files,
        CancellationToken cancellation)
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
            // A blob that another client has written since stays.
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
