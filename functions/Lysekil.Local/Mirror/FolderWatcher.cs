using Lysekil.Local.Threading;
using Nito.AsyncEx;

namespace Lysekil.Local.Mirror;

/// <summary>
/// Runs a mirror at once, whenever the folder has changed and has been quiet for a moment, and regularly besides: file system
/// notifications get lost, and do not come at all from some mounted folders.
/// </summary>
internal sealed class FolderWatcher(ContentFolder folder, FolderMirror mirror, TimeProvider clock)
{
    /// <summary>A save is several notifications: an editor truncates, writes, renames.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);

    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromSeconds(5);

    /// <summary>Mirrors until cancelled.</summary>
    /// <param name="failed">Told of a comparison that failed; the next one makes up for it.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellation)
    {
        var changed = new AsyncAutoResetEvent();
        using var watcher = Watch(changed);
        while (true)
        {
            try
            {
                await mirror.SyncAsync(cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                failed(fault);
            }

            await changed.WaitAsync(AtLeastEvery, clock, cancellation);
            await Task.Delay(Quiet, clock, cancellation);
        }
    }

    private FileSystemWatcher Watch(AsyncAutoResetEvent changed)
    {
        var watcher = new FileSystemWatcher(folder.FullPath)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, _) => changed.Set();
        watcher.Created += (_, _) => changed.Set();
        watcher.Deleted += (_, _) => changed.Set();
        watcher.Renamed += (_, _) => changed.Set();
        watcher.Error += (_, _) => changed.Set();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
