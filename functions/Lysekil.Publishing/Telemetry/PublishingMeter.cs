using System.Diagnostics.Metrics;

namespace Lysekil.Publishing.Telemetry;

/// <summary>What the engine measures. Whoever hosts it exports the meter of this name.</summary>
public static class PublishingMeter
{
    public const string Name = "Lysekil.Publishing";

    private static readonly Meter _meter = new(Name);

    private static readonly Histogram<double> _uploadToLive = Seconds(
        "lysekil.upload_to_live", "From an upload, or the date of a scheduled article, until it was live on its page; to a second, as storage dates uploads.");

    private static readonly Histogram<double> _staleTime = Seconds(
        "lysekil.stale_time", "How long a page was stale until it was in step again.");

    private static readonly Histogram<double> _wait = Seconds(
        "lysekil.queue.wait", "How long messages waited for their first try, by queue; not those that were to show later.");

    private static readonly Counter<long> _publishes = _meter.CreateCounter<long>(
        "lysekil.publishes", "{source}", "Sources that were looked at, by what changed: published, updated, removed, refused, draft, scheduled, unchanged.");

    private static readonly Counter<long> _refreshes = _meter.CreateCounter<long>(
        "lysekil.refreshes", "{page}", "Page refreshes by outcome: written, deleted, unchanged, deferred, notstale.");

    private static readonly Counter<long> _reconciles = _meter.CreateCounter<long>(
        "lysekil.reconciles", "{run}", "Reconciles, by what they compared (sources, pages) and how they ended (done, failed).");

    private static readonly Counter<long> _drift = _meter.CreateCounter<long>(
        "lysekil.reconcile.drift", "{item}", "Differences that reconciles found, by what differs: source, outbox-entry, stale-page, page.");

    private static readonly Counter<long> _givenUp = _meter.CreateCounter<long>(
        "lysekil.given_up", "{item}", "Work whose message failed at its last try, by what it is: source, page, rebuild.");

    private static readonly Counter<long> _drained = _meter.CreateCounter<long>(
        "lysekil.poison.drained", "{message}", "Messages that reconciles took from the poison queues.");

    internal static void WentLive(TimeSpan after) => Record(_uploadToLive, after);

    internal static void WasStale(TimeSpan age) => Record(_staleTime, age);

    internal static void Waited(string queue, TimeSpan wait) => Record(_wait, wait, new KeyValuePair<string, object?>("queue", queue));

    internal static void Published<TChange>(TChange change)
        where TChange : struct, Enum => _publishes.Add(1, Tag("change", change));

    internal static void Refreshed<TResult>(TResult result)
        where TResult : struct, Enum => _refreshes.Add(1, Tag("outcome", result));

    internal static void Reconciled(string what, string outcome) => _reconciles.Add(1, What(what), new("outcome", outcome));

    internal static void Found(int sources, int outboxSources, int stalePages)
    {
        AddDrift("source", sources);
        AddDrift("outbox-entry", outboxSources);
        AddDrift("stale-page", stalePages);
    }

    /// <summary>A page that differed from the archive, found by a sweep.</summary>
    internal static void FoundPage() => AddDrift("page", 1);

    internal static void GaveUp(string kind) => _givenUp.Add(1, What(kind));

    internal static void Drained(int messages) => _drained.Add(messages);

    private static void AddDrift(string what, int count)
    {
        if (count > 0)
        {
            _drift.Add(count, What(what));
        }
    }

    private static Histogram<double> Seconds(string name, string description) => _meter.CreateHistogram(
        name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200] });

    /// <summary>Two clocks may differ: what seems to have been done before it was asked for took no time.</summary>
    private static void Record(Histogram<double> histogram, TimeSpan time, params ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        histogram.Record(Math.Max(0, time.TotalSeconds), tags);

    private static KeyValuePair<string, object?> What(string what) => new("what", what);

    private static KeyValuePair<string, object?> Tag<T>(string name, T value)
        where T : struct, Enum => new(name, value.ToString().ToLowerInvariant());
}
