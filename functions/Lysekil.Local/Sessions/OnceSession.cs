using System.Runtime.ExceptionServices;
using Lysekil.Local.Functions;
using Lysekil.Local.Mirror;
using Lysekil.Local.Pump;
using Lysekil.Local.Relay;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Sessions;

/// <summary>
/// Publishes a folder on empty storage, by the same events, messages and functions as a live site. It is done when the
/// queues are empty, no page is stale and no outbox entry is left. All files are published before the first page is
/// refreshed, so that each page is rendered once. No other process uses the storage: messages and reads stay in memory.
/// </summary>
/// <param name="storage">The storage, which is empty.</param>
/// <param name="folder">The folder.</param>
/// <param name="clock">Gives the time.</param>
/// <param name="triesPictures">Whether each picture is tried in another process first.</param>
internal sealed class OnceSession(
    OpenStorage storage, ContentFolder folder, TimeProvider clock, bool triesPictures = false)
{
    private const int MaxRounds = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly OutcomeCounts _counts = new();

    /// <summary>Publishes the folder, and reports progress every 50 milliseconds.</summary>
    /// <exception cref="RunnerException">Several reconciles have left pages stale.</exception>
    public async Task<OnceResult> RunAsync(Action<OnceProgress> progress, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var site = await WriteThroughStorage.OpenAsync(storage.Site, clock, cancellation);
        var sources = new InMemoryQueue(StorageNames.ContentEvents, clock);
        var pages = new InMemoryQueue(StorageNames.PageRefreshes, clock);
        var refreshes = new DeduplicatingQueue(pages);
        site = site with { ContentEvents = new ImmediateOnlyQueue(sources), PageRefreshes = refreshes };
        var engine = EngineFactory.Create(site, clock, isBulk: true, triesPictures);
        var functions = new InProcessFunctions(engine, sources, pages, clock);
        Exception? failed = null;
        void Fail(Exception fault)
        {
            failed ??= fault;
            stopping.Cancel();
        }

        functions.Published += (outcome, _) => _counts.Add(outcome);
        functions.Refreshed += _counts.Add;
        functions.Failed += failure =>
        {
            if (failure.Poisoned)
            {
                Fail(failure.Fault);
            }
        };
        var pumps = new List<Task>();
        try
        {
            var (files, refused) = folder.Read();
            void Report(int waiting) =>
                progress(new OnceProgress(files.Count, _counts.Sources, _counts.Pages, waiting));

            pumps.Add(functions.ContentEvents.RunAsync(Fail, stopping.Token));
            await UploadAndAnnounceAsync(site, stopping.Token);
            functions.ContentEvents.MessageSent.Set();
            await DrainAsync([functions.ContentEvents], _ => Report(0), stopping.Token);
            await MarkFixedPagesAsync(engine, stopping.Token);

            await refreshes.OpenAsync(stopping.Token);
            pumps.Add(functions.PageRefreshes.RunAsync(Fail, stopping.Token));
            for (var round = 0; round < MaxRounds; round++)
            {
                await DrainAsync([functions.ContentEvents, functions.PageRefreshes], Report, stopping.Token);
                var status = await engine.Status.ReadAsync(stopping.Token);
                if (status.IsSettled)
                {
                    return new OnceResult(
                        files.Count + refused.Count,
                        refused,
                        _counts.CountOf(PublishChange.Published, PublishChange.Updated),
                        _counts.CountOf(PublishChange.Draft, PublishChange.Scheduled),
                        await engine.Status.DiagnosedAsync(stopping.Token));
                }

                await engine.Reconciler.ReconcileSourcesAsync(stopping.Token);
            }

            throw new RunnerException(
                "The site still has stale pages after several reconciles.",
                "This is a bug in the engine: please report it.");
        }
        catch (OperationCanceledException) when (failed is not null)
        {
            ExceptionDispatchInfo.Throw(failed);
            throw;
        }
        finally
        {
            await stopping.CancelAsync();
            await Task.WhenAll(pumps).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task UploadAndAnnounceAsync(SiteStorage site, CancellationToken cancellation)
    {
        var relay = new EventRelay(site.Content, storage.ContentAddress, site.ContentEvents, clock);
        await new FolderMirror(folder, site.Content, clock).SyncAsync(cancellation);
        await relay.PollAsync(cancellation);
    }

    /// <summary>
    /// The first reconcile of a site begins a rebuild, for the pages that no article affects. It marks all pages before
    /// the first one is refreshed; otherwise pages that are stale already would be rendered twice.
    /// </summary>
    private static async Task MarkFixedPagesAsync(PublishingEngine engine, CancellationToken cancellation)
    {
        await engine.Reconciler.ReconcileSourcesAsync(cancellation);
        await engine.Rebuilder.FinishAsync(cancellation);
    }

    /// <summary>Waits until the queues are empty, hidden messages included.</summary>
    private async Task DrainAsync(IReadOnlyList<QueuePump> pumps, Action<int> report, CancellationToken cancellation)
    {
        while (true)
        {
            var waiting = 0;
            foreach (var pump in pumps)
            {
                waiting += await pump.Queue.CountAsync(cancellation);
            }

            report(waiting);
            if (waiting == 0)
            {
                return;
            }

            await Task.Delay(Interval, clock, cancellation);
        }
    }
}
