using System.Diagnostics.Metrics;

namespace Lysekil.Publishing.Telemetry;

/// <summary>The engine's metrics. The host exports the meter of this name.</summary>
public static class PublishingMeter
{
    public const string Name = "Lysekil.Publishing";

    private static readonly Meter Meter = new(Name);

    /// <summary>In seconds.</summary>
    private static readonly double[] Boundaries = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200];

    private static readonly Histogram<double> UploadToLive = Seconds(
        "lysekil.upload_to_live",
        "From an upload, or the date of a scheduled article, until it was live on its page; to a second, "
        + "as storage dates uploads.");

    private static readonly Histogram<double> StaleTime = Seconds(
        "lysekil.stale_time", "How long a page was stale until it was in step again.");

    private static readonly Histogram<double> QueueWait = Seconds(
        "lysekil.queue.wait",
        "How long messages waited for their first try, by queue; not those that were to show later.");

    private static readonly Counter<long> Publishes = Meter.CreateCounter<long>(
        "lysekil.publishes",
        "{source}",
        "Sources that were looked at, by what changed: "
        + "published, updated, removed, refused, draft, scheduled, unchanged.");

    private static readonly Counter<long> Parses = Meter.CreateCounter<long>(
        "lysekil.parses",
        "{text}",
        "Texts that were parsed: once by their publish, and again by an instance that renders them later.");

    private static readonly Counter<long> Refreshes = Meter.CreateCounter<long>(
        "lysekil.refreshes",
        "{page}",
        "Page refreshes by outcome: written, deleted, unchanged, deferred, notstale.");

    private static readonly Counter<long> Reconciles = Meter.CreateCounter<long>(
        "lysekil.reconciles",
        "{run}",
        "Reconciles, by what they compared (sources, pages) and how they ended (done, failed, cancelled).");

    private static readonly Counter<long> Drift = Meter.CreateCounter<long>(
        "lysekil.reconcile.drift",
        "{item}",
        "Differences that reconciles found, by what differs: source, outbox-entry, stale-page, page.");

    private static readonly Counter<long> GivenUp = Meter.CreateCounter<long>(
        "lysekil.given_up",
        "{item}",
        "Work whose message failed at its last try, by what it is: source, page, rebuild.");

    private static readonly Counter<long> DrainedMessages = Meter.CreateCounter<long>(
        "lysekil.poison.drained", "{message}", "Messages that reconciles took from the poison queues.");

    internal static void WentLive(TimeSpan after) => Record(UploadToLive, after);

    internal static void WasStale(TimeSpan age) => Record(StaleTime, age);

    internal static void Waited(string queue, TimeSpan wait) =>
        Record(QueueWait, wait, new KeyValuePair<string, object?>("queue", queue));

    internal static void Published<TChange>(TChange change)
        where TChange : struct, Enum => Publishes.Add(1, Tag("change", change));

    internal static void Parsed() => Parses.Add(1);

    internal static void Refreshed<TResult>(TResult result)
        where TResult : struct, Enum => Refreshes.Add(1, Tag("outcome", result));

    internal static void Reconciled(string what, string outcome) =>
        Reconciles.Add(1, What(what), new("outcome", outcome));

    internal static void Found(int sources, int outboxSources, int stalePages)
    {
        AddDrift("source", sources);
        AddDrift("outbox-entry", outboxSources);
        AddDrift("stale-page", stalePages);
    }

    /// <summary>Counts a drifted page that a sweep found.</summary>
    internal static void FoundPage() => AddDrift("page", 1);

    internal static void GaveUp(string kind) => GivenUp.Add(1, What(kind));

    internal static void Drained(int messages) => DrainedMessages.Add(messages);

    private static void AddDrift(string what, int count)
    {
        if (count > 0)
        {
            Drift.Add(count, What(what));
        }
    }

    private static Histogram<double> Seconds(string name, string description) => Meter.CreateHistogram(
        name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Boundaries });

    /// <summary>
    /// Records a time. Two clocks may differ: work that seems to end before it was asked for counts as no time.
    /// </summary>
    private static void Record(
        Histogram<double> histogram, TimeSpan time, params ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        histogram.Record(Math.Max(0, time.TotalSeconds), tags);

    private static KeyValuePair<string, object?> What(string what) => new("what", what);

    private static KeyValuePair<string, object?> Tag<T>(string name, T value)
        where T : struct, Enum => new(name, value.ToString().ToLowerInvariant());
}
