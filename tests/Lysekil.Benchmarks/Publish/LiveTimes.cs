using System.Diagnostics;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Benchmarks.Publish;

/// <summary>The elapsed time of a publish, from receiving its message.</summary>
/// <param name="Storage">The name of the storage.</param>
/// <param name="Index">The number of articles in the index.</param>
/// <param name="Work">The task.</param>
/// <param name="MillisecondsToLive">
/// The median until the page of the article is live, or until the message for its refresh is sent, if it is deleted.
/// </param>
/// <param name="MillisecondsToEnd">The median until no page is stale, if all refreshes that may overlap do.</param>
internal sealed record LiveTimes(
    string Storage, int Index, EditKind Work, double MillisecondsToLive, double MillisecondsToEnd)
{
    private const int Repetitions = 7;

    /// <param name="storage">The name of the storage.</param>
    /// <param name="index">The number of articles in the index.</param>
    /// <param name="engine">An engine that sends its messages to <paramref name="pending"/>.</param>
    /// <param name="pending">The queue of refreshes.</param>
    /// <param name="editor">Makes the edits.</param>
    /// <param name="wait">Advances the clock, as between two uploads.</param>
    public static async Task<IReadOnlyList<LiveTimes>> OfAsync(
        string storage, int index, PublishingEngine engine, CoalescingQueue pending, Editor editor, Action wait)
    {
        var all = new List<LiveTimes>();
        foreach (var work in Enum.GetValues<EditKind>())
        {
            var times = new List<(double ToLive, double ToEnd)>();
            for (var i = 0; i < Repetitions; i++)
            {
                wait();
                times.Add(await TimeAsync(engine, pending, await editor.DoAsync(work)));
            }

            all.Add(new LiveTimes(storage, index, work, times.Median(t => t.ToLive), times.Median(t => t.ToEnd)));
        }

        return all;
    }

    private static async Task<(double ToLive, double ToEnd)> TimeAsync(
        PublishingEngine engine, CoalescingQueue pending, string path)
    {
        var began = Stopwatch.GetTimestamp();
        await engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default);
        var live = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        while (pending.Take() is { Count: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(m => engine.PageRefreshes.HandleAsync(new(m, 1), default)));
        }

        return (live, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }
}
