using Lysekil.Local.Functions;
using Lysekil.Local.Mirror;
using Lysekil.Local.Output;
using Lysekil.Local.Relay;
using Lysekil.Local.Storage;
using Lysekil.Local.Threading;

namespace Lysekil.Local.Sessions;

/// <summary>Keeps a site live until cancelled: folder to container, container to events, events to pages.</summary>
internal sealed class LiveSession(
    OpenStorage storage,
    ContentFolder folder,
    FolderMirror mirror,
    FunctionsMode mode,
    ActivityLog log,
    LiveTimes times,
    TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var relay = new EventRelay(
            storage.Site.Content, storage.ContentAddress, storage.Site.ContentEvents, clock);
        var functions = new InProcessFunctions(
            EngineFactory.Create(storage.Site, clock), storage.ContentEvents, storage.PageRefreshes, clock);
        var loops = new List<Func<CancellationToken, Task>>
        {
            stop => relay.RunAsync(fault => log.Failed("event relay", fault), stop),
            stop => new FolderWatcher(folder, mirror, clock).RunAsync(fault => log.Failed("mirror", fault), stop),
        };

        var watch = new WorkWatch(
            () => mirror.IsWorking || functions.ContentEvents.Handling + functions.PageRefreshes.Handling > 0,
            log,
            clock);
        loops.Add(watch.RunAsync);
        mirror.Refused += log.Refused;
        mirror.Mirrored += times.Mirrored;
        mirror.Mirrored += _ => watch.Moved();
        mirror.Mirrored += _ => relay.ContentChanged.Set();
        if (mode == FunctionsMode.InProcess)
        {
            // The reconcile at the start finds what exists; the relay announces what changes after it.
            await relay.SkipExistingAsync(cancellation);
            relay.Announced += _ => functions.ContentEvents.MessageSent.Set();
            functions.Published += log.Published;
            functions.Published += (_, _) => watch.Moved();
            functions.Refreshed += log.Refreshed;
            functions.Refreshed += _ => watch.Moved();
            functions.Failed += log.Failed;
            loops.Add(stop => functions.RunAsync(log.Failed, stop));
        }

        await TaskGroup.RunAsync(loops, cancellation);
    }
}
