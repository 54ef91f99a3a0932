using System.Diagnostics.Metrics;
using Lysekil.Publishing.Telemetry;

namespace Lysekil.Local.Telemetry;

/// <summary>Sums up what the engine measures, by instrument and tags.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Summary> _summaries = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public Measurements()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PublishingMeter.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The sums so far, in the order of their names.</summary>
    public IReadOnlyList<Summary> Summaries
    {
        get { lock (_lock) { return [.. _summaries.Values]; } }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = string.Join(' ', tags.ToArray().Select(tag => tag.Value).Prepend(instrument.Name));
        lock (_lock)
        {
            var before = _summaries.GetValueOrDefault(name)
                ?? new Summary(name, instrument is Histogram<double>, 0, 0, 0);
            _summaries[name] = before with
            {
                Count = before.Count + 1,
                Sum = before.Sum + value,
                Most = Math.Max(before.Most, value),
            };
        }
    }

    /// <summary>What was measured under one name.</summary>
    /// <param name="Name">The instrument, and the values of its tags.</param>
    /// <param name="IsInSeconds">True if it measures time, false if it counts.</param>
    /// <param name="Count">The number of measurements.</param>
    /// <param name="Sum">The sum of all.</param>
    /// <param name="Most">The largest.</param>
    public sealed record Summary(string Name, bool IsInSeconds, int Count, double Sum, double Most);
}
