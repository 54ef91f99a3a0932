using System.Diagnostics.Metrics;
using Lysekil.Publishing.Failures;
using Lysekil.Publishing.Reconciliation;

namespace Lysekil.Publishing;

/// <summary>What the engine measures. Whoever hosts it exports the meter of this name.</summary>
public static class PublishingMeter
{
    public const string Name = "Lysekil.Publishing";

    private static readonly Meter _meter = new(Name);

    private static readonly Counter<long> _drift = _meter.CreateCounter<long>(
        "lysekil.reconcile.drift", "{item}", "What reconciles found out of step, by what it is: source, owed-source, stale-page, page.");

    private static readonly Counter<long> _givenUp = _meter.CreateCounter<long>(
        "lysekil.given_up", "{item}", "Work whose message failed at its last try, by what it is: source, page, rebuild.");

    private static readonly Counter<long> _drained = _meter.CreateCounter<long>(
        "lysekil.poison.drained", "{message}", "Messages that reconciles took from the poison queues.");

    internal static void Found(ReconcileReport report)
    {
        AddDrift("source", report.Sources.Count);
        AddDrift("owed-source", report.OwedSources);
        AddDrift("stale-page", report.OwedPages);
    }

    /// <summary>A page that differed from the archive, found by a sweep.</summary>
    internal static void FoundPage() => AddDrift("page", 1);

    internal static void GaveUp(Work work) => _givenUp.Add(1, What(work switch
    {
        Work.Publishing => "source",
        Work.Refreshing => "page",
        _ => "rebuild",
    }));

    internal static void Drained(int messages) => _drained.Add(messages);

    private static void AddDrift(string what, int count)
    {
        if (count > 0)
        {
            _drift.Add(count, What(what));
        }
    }

    private static KeyValuePair<string, object?> What(string what) => new("what", what);
}
