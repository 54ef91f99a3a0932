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
/// Publishes a whole folder on fresh storage, by the same events, messages and functions as ever, and knows when it is
/// done: the queues are empty, and the archive owes nothing. All files are published before the first page is
/// refreshed, so that each page is rendered once. Nobody else writes to the storage or waits for messages: so these stay in
/// memory, and what has been written is known.
/// </summary>
internal sealed class OnceSession(OpenStorage storage, ContentFolder folder, TimeProvider clock)
{
    private const int MostRounds = 5;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly OnceTally _tally = new();

    /// <summary>Publishes.</summary>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellation">Ends it halfway.</param>
    /// <exception cref="RunnerException">A message failed too often, or the archive owes something that nothing repairs.</exception>
    public async Task<OnceResult> RunAsync(Action<OnceProgress> progress, CancellationToken cancellation)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var site = await SoleWriter.OfAsync(storage.Site, clock, cancellation);
        var (sources, pages) = (new MemoryQueue(StorageNames.ContentEvents, clock), new MemoryQueue(StorageNames.PageRefreshes, clock));
        var refreshes = new DistinctQueue(pages);
        site = site with { ContentEvents = new PromptQueue(sources), PageRefreshes = refreshes };
        var engine = Engine.On(site, clock, isBulk: true);
        using var functions = new InProcessFunctions(engine, sources, pages, clock);
        Exception? broken = null;
        void Break(Exception fault)
        {
            broken ??= fault;
            stopping.Cancel();
        }

        functions.Published += (outcome, _) => _tally.Note(outcome);
        functions.Refreshed += _tally.Note;
        functions.Failed += failure =>
        {
            if (failure.Poisoned)
            {
                Break(failure.Fault);
            }
        };
        var pumps = new List<Task>();
        try
        {
            var (files, refused) = folder.Read();
            void Tell(int waiting) => progress(new OnceProgress(files.Count, _tally.Sources, _tally.Pages, waiting));

            pumps.Add(functions.ContentEvents.RunAsync(Break, stopping.Token));
            await SendAsync(site, stopping.Token);
            functions.ContentEvents.Sent.Ring();
            await EmptyAsync([functions.ContentEvents], _ => Tell(0), stopping.Token);
            await MarkFixedPagesAsync(engine, stopping.Token);

            await refreshes.OpenAsync(stopping.Token);
            pumps.Add(functions.PageRefreshes.RunAsync(Break, stopping.Token));
            for (var round = 0; round < MostRounds; round++)
            {
                await EmptyAsync([functions.ContentEvents, functions.PageRefreshes], Tell, stopping.Token);
                var status = await engine.Status.ReadAsync(stopping.Token);
                if (status.IsSettled)
                {
                    return new OnceResult(
                        files.Count + refused.Count,
                        refused,
                        _tally.CountOf(PublishChange.Published, PublishChange.Updated),
                        _tally.CountOf(PublishChange.Draft, PublishChange.Scheduled),
                        status);
                }

                await engine.Reconciler.ReconcileSourcesAsync(stopping.Token);
            }

            throw new RunnerException(
                "The site still owes pages after several repairs.", "This is a bug in the engine: please report it.");
        }
        catch (OperationCanceledException) when (broken is not null)
        {
            ExceptionDispatchInfo.Throw(broken);
            throw;
        }
        finally
        {
            await stopping.CancelAsync();
            await Task.WhenAll(pumps).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(SiteStorage site, CancellationToken cancellation)
    {
        using var relay = new EventRelay(site.Content, storage.ContentAddress, site.ContentEvents, clock);
        await new FolderMirror(folder, site.Content, clock).CompareAsync(cancellation);
        await relay.LookAsync(cancellation);
    }

    /// <summary>
    /// The first reconciling of a site begins a rebuild, for the pages that no article asks for. Its slices are done
    /// before the first page is refreshed, or the pages that are owed already would be rendered twice.
    /// </summary>
    private static async Task MarkFixedPagesAsync(PublishingEngine engine, CancellationToken cancellation)
    {
        await engine.Reconciler.ReconcileSourcesAsync(cancellation);
        await engine.Rebuilder.FinishAsync(cancellation);
    }

    /// <summary>Waits until queues hold no message, not even a hidden one.</summary>
    private async Task EmptyAsync(IReadOnlyList<QueuePump> pumps, Action<int> tell, CancellationToken cancellation)
    {
        while (true)
        {
            var waiting = 0;
            foreach (var pump in pumps)
            {
                waiting += await pump.Queue.CountAsync(cancellation);
            }

            tell(waiting);
            if (waiting == 0)
            {
                return;
            }

            await Task.Delay(Interval, clock, cancellation);
        }
    }
}
