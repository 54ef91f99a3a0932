using System.Diagnostics.Metrics;
using Lysekil.Publishing.Reconciliation;

namespace Lysekil.Publishing;

/// <summary>What the engine measures. Whoever hosts it exports the meter of this name.</summary>
public static class PublishingMeter
{
    public const string Name = "Lysekil.Publishing";

    private static readonly Meter _meter = new(Name);

    private static readonly Counter<long> _drift = _meter.CreateCounter<long>(
        "lysekil.reconcile.drift", "{item}", "What reconciles found out of step, by what it is: source, owed-source, stale-page.");

    internal static void Found(ReconcileReport report)
    {
        Add("source", report.Sources.Count);
        Add("owed-source", report.OwedSources);
        Add("stale-page", report.OwedPages);
    }

    private static void Add(string what, int count)
    {
        if (count > 0)
        {
            _drift.Add(count, new KeyValuePair<string, object?>("what", what));
        }
    }
}
