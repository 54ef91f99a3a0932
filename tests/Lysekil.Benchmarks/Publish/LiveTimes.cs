using System.Diagnostics;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Benchmarks.Publish;

/// <summary>How long a publish takes by the clock, from its message on.</summary>
/// <param name="Storage">Which storage.</param>
/// <param name="Index">Articles in the archive.</param>
/// <param name="Work">What was done.</param>
/// <param name="MillisecondsToLive">Until the article's own page is in step, or for a deleted one, until its refresh is asked for; the median.</param>
/// <param name="MillisecondsToEnd">Until every page is, where all that may go on at once does; the median.</param>
internal sealed record LiveTimes(string Storage, int Index, Work Work, double MillisecondsToLive, double MillisecondsToEnd)
{
    private const int Repetitions = 7;

    /// <param name="storage">What it is called.</param>
    /// <param name="index">Articles in the archive.</param>
    /// <param name="engine">Asks for refreshes through <paramref name="pending"/>.</param>
    /// <param name="pending">The pages to refresh.</param>
    /// <param name="editor">Does the work.</param>
    /// <param name="wait">Lets some time pass, as there is between two uploads.</param>
    public static async Task<IReadOnlyList<LiveTimes>> OfAsync(
        string storage, int index, PublishingEngine engine, PendingPages pending, Editor editor, Action wait)
    {
        var all = new List<LiveTimes>();
        foreach (var work in Enum.GetValues<Work>())
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

    private static async Task<(double ToLive, double ToEnd)> TimeAsync(PublishingEngine engine, PendingPages pending, string path)
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
