using Lysekil.Local.Functions;
using Lysekil.Local.Mirror;
using Lysekil.Local.Output;
using Lysekil.Local.Relay;
using Lysekil.Local.Storage;

namespace Lysekil.Local.Sessions;

/// <summary>A site at work: folder to container, container to events, events to pages, until it is stopped.</summary>
internal sealed class LiveSession(
    OpenStorage storage, ContentFolder folder, FunctionsMode mode, ActivityLog log, LiveTimes times, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var relay = new EventRelay(
            storage.Site.Content, storage.ContentAddress, storage.Site.ContentEvents, clock);
        using var functions = new InProcessFunctions(
            Engine.On(storage.Site, clock), storage.ContentEvents, storage.PageRefreshes, clock);
        var mirror = new FolderMirror(folder, storage.Site.Content, clock);
        var works = new List<Func<CancellationToken, Task>>
        {
            stop => relay.RunAsync(fault => log.Failed("event relay", fault), stop),
            stop => new FolderWatch(folder, mirror, clock).RunAsync(fault => log.Failed("mirror", fault), stop),
        };

        mirror.Refused += log.Refused;
        mirror.Mirrored += times.Mirrored;
        mirror.Mirrored += _ => relay.Changed.Ring();
        if (mode == FunctionsMode.InProcess)
        {
            // The reconciling at the start looks at what is there; the relay tells what comes after.
            await relay.TakeAsKnownAsync(cancellation);
            relay.Announced += _ => functions.ContentEvents.Sent.Ring();
            functions.Published += log.Published;
            functions.Refreshed += log.Refreshed;
            functions.Failed += log.Failed;
            works.Add(stop => functions.RunAsync(log.Failed, stop));
        }

        await EndlessWork.RunAsync(works, cancellation);
    }
}
