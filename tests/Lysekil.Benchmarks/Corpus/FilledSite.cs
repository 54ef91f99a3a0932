using Lysekil.Publishing;
using Lysekil.Publishing.Storage;
using Lysekil.Publishing.Waking;
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
        await Parallel.ForAsync(0, articles, async (number, cancellation) =>
        {
            site.Storage.Content.Put(Articles.Path(number), Articles.Text(number));
            await engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(Articles.Path(number))), 1), cancellation);
        });
        await site.RefreshAllAsync(engine);
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

    /// <summary>Refreshes on all cores until nothing waits.</summary>
    public async Task RefreshAllAsync(PublishingEngine engine)
    {
        while (Pending.Take() is { Count: > 0 } messages)
        {
            await Parallel.ForEachAsync(messages, async (message, cancellation) => await engine.PageRefreshes.HandleAsync(new(message, 1), cancellation));
        }
    }
}
