using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>A site in memory with published articles and no stale pages.</summary>
internal sealed class FilledSite
{
    // It stands still during a measurement.
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    private FilledSite() => Storage = new SimulatedStorage(_clock);

    public SimulatedStorage Storage { get; }

    public CoalescingQueue Pending { get; } = new();

    /// <param name="articles">The number of articles.</param>
    public static async Task<FilledSite> CreateAsync(int articles)
    {
        var site = new FilledSite();
        var engine = site.EngineThrough(OpenGate.Instance, isBulk: true);
        await SiteFiller.FillAsync(engine, site.Storage.Content, site.Pending, articles, Environment.ProcessorCount);
        return site;
    }

    /// <summary>A new engine on the site.</summary>
    public PublishingEngine EngineThrough(
        IStorageGate gate, bool isBulk = false, Func<SiteStorage, SiteStorage>? change = null)
    {
        var storage = Storage.Through(gate)
            with
        { PageRefreshes = new GatedQueue(StorageNames.PageRefreshes, Pending, gate) };
        var options = new PublishingOptions
        {
            IsBulk = isBulk,
            Rest = TimeSpan.Zero,
            ReconcileOverdueAfter = null, // No timer fires here: a publish would bear the cost of a whole reconcile.
        };
        return new PublishingEngine(change?.Invoke(storage) ?? storage, _clock, NullLoggerFactory.Instance, options);
    }

    /// <summary>Advances the clock, as between two uploads.</summary>
    public void Wait() => _clock.Advance(TimeSpan.FromMinutes(1));
}
