using System.Diagnostics;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Benchmarks.Publish;

/// <summary>Does one work on a site, and measures it with all that follows from it.</summary>
/// <param name="site">The site.</param>
/// <param name="articles">How many articles it was filled with.</param>
internal sealed class PublishMeasurement(FilledSite site, int articles)
{
    private const int Repetitions = 21;
    private const int Topics = 30; // Of the corpus: one after the other.
    private const int WarmUpArticles = 200;
    private const int WarmUpRounds = 8;

    private readonly Editor _editor = new(site.Storage.Content, articles);

    /// <summary>Does all kinds of work, until the just-in-time compiler has nothing more to do.</summary>
    public static async Task WarmUpAsync()
    {
        var measurement = new PublishMeasurement(await FilledSite.CreateAsync(WarmUpArticles), WarmUpArticles);
        for (var i = 0; i < WarmUpRounds; i++)
        {
            foreach (var work in Enum.GetValues<Work>().Where(w => w != Work.Deleted))
            {
                await measurement.TimeAsync(work);
            }
        }
    }

    /// <summary>In a process that has just started, and again once it has published of each topic: then it knows the texts of feeds.</summary>
    public async Task<Cost> OfAsync(Work work)
    {
        var (milliseconds, kilobytes) = await TimeAsync(work);
        var trips = new RoundTrips();
        CountedTable? table = null;
        var engine = site.EngineThrough(trips, change: storage => storage with { Index = table = new CountedTable(storage.Index) });
        trips.Run(() => engine.PageRefreshes.HandleAsync(new("""{"page":"404.html"}""", 2), default)); // A process that is up knows the site.
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
            calls.GroupBy(c => $"{c.Operation} {c.Service}").ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
            first,
            calls.Count(c => c is { Service: StorageNames.Web or StorageNames.Desk, Operation: StorageOperation.Write or StorageOperation.Delete }),
            table.RowsRead - rows.RowsRead,
            table.RowsWritten - rows.RowsWritten,
            (table.CharactersRead - rows.CharactersRead) / 1_000,
            toLive,
            toEnd,
            milliseconds,
            kilobytes);
    }

    /// <summary>Publishes, and refreshes all that follows.</summary>
    private (IReadOnlyList<StorageCall> Calls, int? TripsToLive, int TripsToEnd) Count(RoundTrips trips, PublishingEngine engine, string path)
    {
        var (calls, made) = (trips.Calls.Count, trips.Made);
        trips.Run(() => engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default));
        var published = trips.Made;
        var end = published - made;
        while (site.Pending.Take() is { Count: > 0 } messages)
        {
            end += messages.Max(message => TripsOf(trips, engine, message)); // Each on an instance of its own.
        }

        var own = trips.Calls.Skip(calls).ToList();
        var live = own.FirstOrDefault(c => c is { Trip: var trip, Call: { Service: StorageNames.Web, Operation: StorageOperation.Write } } && trip <= published);
        return (own.ConvertAll(c => c.Call), live.Trip == 0 ? null : live.Trip - made, end);
    }

    /// <summary>On one thread, with nothing between: what it costs a processor.</summary>
    public async Task<(double Milliseconds, long Kilobytes)> TimeAsync(Work work)
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

            measured.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, (GC.GetAllocatedBytesForCurrentThread() - bytes) / 1_000));
        }

        return (measured.Median(m => m.Milliseconds), measured.Median(m => m.Kilobytes));
    }

    private static int TripsOf(RoundTrips trips, PublishingEngine engine, string message)
    {
        var before = trips.Made;
        trips.Run(() => engine.PageRefreshes.HandleAsync(new(message, 1), default));
        return trips.Made - before;
    }

    private Task<string> PrepareAsync(Work work)
    {
        site.Wait();
        return _editor.DoAsync(work);
    }
}
