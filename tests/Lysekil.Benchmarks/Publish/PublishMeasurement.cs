using System.Diagnostics;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Benchmarks.Publish;

/// <summary>Makes edits of a site, and measures each with every refresh that follows it.</summary>
/// <param name="site">The site to measure.</param>
/// <param name="articles">The number of articles in it.</param>
internal sealed class PublishMeasurement(FilledSite site, int articles)
{
    private const int Repetitions = 21;
    private const int Topics = 30; // As many as the corpus has.
    private const int WarmUpArticles = 200;
    private const int WarmUpRounds = 8;

    private readonly Editor _editor = new(site.Storage.Content, articles);

    /// <summary>Makes edits of all kinds until the just-in-time compiler is done.</summary>
    public static async Task WarmUpAsync()
    {
        var measurement = new PublishMeasurement(await FilledSite.CreateAsync(WarmUpArticles), WarmUpArticles);
        for (var i = 0; i < WarmUpRounds; i++)
        {
            foreach (var work in Enum.GetValues<EditKind>().Where(w => w != EditKind.Deleted))
            {
                await measurement.TimeAsync(work);
            }
        }
    }

    /// <summary>
    /// Counts the calls in a process without caches, and again after it has published an article of each topic and so
    /// cached the texts of all feeds.
    /// </summary>
    public async Task<Cost> OfAsync(EditKind work)
    {
        var (milliseconds, kilobytes) = await TimeAsync(work);
        var trips = new RoundTrips();
        CountedTable? table = null;
        var engine = site.EngineThrough(
            trips, change: storage => storage with { Index = table = new CountedTable(storage.Index) });
        // The process has read the settings of the site.
        trips.Run(() => engine.PageRefreshes.HandleAsync(new("""{"page":"404.html"}""", 2), default));
        var first = Count(trips, engine, await PrepareAsync(work)).Calls.Count;
        for (var i = 0; i < Topics; i++)
        {
            Count(trips, engine, await PrepareAsync(work));
        }

        var (path, rows) = (await PrepareAsync(work), (table!.RowsRead, table.RowsWritten, table.CharactersRead));
        var (calls, toLive, toEnd) = Count(trips, engine, path);
        return new Cost(
            articles,
            work,
            calls.GroupBy(c => $"{c.Operation} {c.Service}")
                .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            first,
            calls.Count(c => c is
            {
                Service: StorageNames.Web,
                Operation: StorageOperation.Write or StorageOperation.Delete,
            }),
            table.RowsRead - rows.RowsRead,
            table.RowsWritten - rows.RowsWritten,
            (table.CharactersRead - rows.CharactersRead) / 1_000,
            work == EditKind.Deleted ? null : toLive,
            toEnd,
            milliseconds,
            kilobytes);
    }

    /// <summary>Publishes a source, and handles all messages that follow.</summary>
    private (IReadOnlyList<StorageCall> Calls, int? TripsToLive, int TripsToEnd) Count(
        RoundTrips trips, PublishingEngine engine, string path)
    {
        var (calls, made) = (trips.Calls.Count, trips.Made);
        trips.Run(() => engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default));
        var published = trips.Made;
        var end = published - made;
        while (site.Pending.Take() is { Count: > 0 } messages)
        {
            // Each message is handled by another instance.
            end += messages.Max(message => TripsOf(trips, engine, message));
        }

        var own = trips.Calls.Skip(calls).ToList();
        var live = own.FirstOrDefault(
            c => c is { Trip: var trip, Call: { Service: StorageNames.Web, Operation: StorageOperation.Write } }
            && trip <= published);
        return (own.ConvertAll(c => c.Call), live.Trip == 0 ? null : live.Trip - made, end);
    }

    /// <summary>Measures the processor time on one thread.</summary>
    public async Task<(double Milliseconds, long Kilobytes)> TimeAsync(EditKind work)
    {
        var engine = site.EngineThrough(OpenGate.Instance);
        var measured = new List<(double Milliseconds, long Kilobytes)>();
        for (var i = 0; i < Repetitions; i++)
        {
            var path = await PrepareAsync(work);
            var (bytes, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            await engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default);
            while (site.Pending.Take() is { Count: > 0 } messages)
            {
                foreach (var message in messages)
                {
                    await engine.PageRefreshes.HandleAsync(new(message, 1), default);
                }
            }

            var kilobytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / 1_000;
            measured.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, kilobytes));
        }

        return (measured.Median(m => m.Milliseconds), measured.Median(m => m.Kilobytes));
    }

    private static int TripsOf(RoundTrips trips, PublishingEngine engine, string message)
    {
        var before = trips.Made;
        trips.Run(() => engine.PageRefreshes.HandleAsync(new(message, 1), default));
        return trips.Made - before;
    }

    private Task<string> PrepareAsync(EditKind work)
    {
        site.Wait();
        return _editor.DoAsync(work);
    }
}
