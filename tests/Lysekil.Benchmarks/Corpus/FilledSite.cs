using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>A site in memory whose archive holds so many articles, all pages in step.</summary>
internal sealed class FilledSite
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)); // Stands still while something is measured.

    private FilledSite() => Storage = new SimulatedStorage(_clock);

    public SimulatedStorage Storage { get; }

    public PendingPages Pending { get; } = new();

    /// <param name="articles">How many.</param>
    public static async Task<FilledSite> CreateAsync(int articles)
    {
        var site = new FilledSite();
        var engine = site.EngineThrough(OpenGate.Instance, isBulk: true);
        await Filling.FillAsync(engine, site.Storage.Content, site.Pending, articles, Environment.ProcessorCount);
        return site;
    }

    /// <summary>An engine of its own on the site.</summary>
    public PublishingEngine EngineThrough(IStorageGate gate, bool isBulk = false, Func<SiteStorage, SiteStorage>? change = null)
    {
        var storage = Storage.Through(gate) with { PageRefreshes = new GatedQueue(StorageNames.PageRefreshes, Pending, gate) };
        return new PublishingEngine(change?.Invoke(storage) ?? storage, _clock, NullLoggerFactory.Instance, isBulk, rest: TimeSpan.Zero);
    }

    /// <summary>Lets some time pass, as there is between two uploads.</summary>
    public void Wait() => _clock.Advance(TimeSpan.FromMinutes(1));
}
