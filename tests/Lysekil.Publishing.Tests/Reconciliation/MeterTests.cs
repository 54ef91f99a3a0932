using System.Diagnostics.Metrics;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Reconciliation;

public sealed class MeterTests : IDisposable
{
    private readonly AsyncLocal<bool> _isOurs = new(); // Other tests measure at the same time.
    private readonly List<string> _measured = [];
    private readonly MeterListener _listener = new();

    public MeterTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PublishingMeter.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (_isOurs.Value)
            {
                _measured.Add($"{instrument.Name} {tags[0].Value} {value}");
            }
        });
        _listener.Start();
    }

    [Fact]
    public async Task Drift_is_measured_by_what_it_is()
    {
        _isOurs.Value = true;
        var site = new SimulatedSite(Some.Clock());
        site.Storage.Content.Put("artiklar/2026-05-01-a.md", Some.Article("A"));
        site.Storage.Content.Put("artiklar/2026-05-02-b.md", Some.Article("B"));

        await site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await site.SettleAsync();
        await site.Engine.Reconciler.ReconcileSourcesAsync(default);

        Assert.Equal(["lysekil.reconcile.drift source 2"], _measured);
    }

    public void Dispose() => _listener.Dispose();
}
