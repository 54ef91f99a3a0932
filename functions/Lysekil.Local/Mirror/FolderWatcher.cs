using Lysekil.Local.Threading;
using Nito.AsyncEx;

namespace Lysekil.Local.Mirror;

/// <summary>
/// Synchronizes at the start, shortly after each change of the folder, and every five seconds: the file system loses
/// notifications, and sends none for some mounted folders.
/// </summary>
internal sealed class FolderWatcher(ContentFolder folder, FolderMirror mirror, TimeProvider clock)
{
    /// <summary>Text editors truncate, write and rename: one save is several notifications.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);

    private static readonly TimeSpan AtLeastEvery = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Watches until cancelled. Faults go to <paramref name="failed"/>; the next synchronization makes up.
    /// </summary>
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
            NotifyFilter =
                NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
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
