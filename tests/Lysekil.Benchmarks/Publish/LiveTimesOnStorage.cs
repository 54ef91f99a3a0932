using Lysekil.Benchmarks.Corpus;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Benchmarks.Publish;

/// <summary>Fills a storage, and times publishes on it.</summary>
internal static class LiveTimesOnStorage
{
    private const int CallsAtOnce = 16; // As many as a function app takes messages at once.

    public static Task<IReadOnlyList<LiveTimes>> OfAsync(StorageKind kind, int articles) =>
        kind == StorageKind.Azurite ? OnAzuriteAsync(articles) : WithLatencyAsync(articles);

    private static async Task<IReadOnlyList<LiveTimes>> WithLatencyAsync(int articles)
    {
        var site = await FilledSite.CreateAsync(articles);
        var engine = site.EngineThrough(TypicalLatency.Instance);
        return await LiveTimes.OfAsync("latency", articles, engine, site.Pending, new Editor(site.Storage.Content, articles), site.Wait);
    }

    private static async Task<IReadOnlyList<LiveTimes>> OnAzuriteAsync(int articles)
    {
        await using var site = await AzuriteSite.StartAsync();
        var pending = new PendingPages();
        var storage = site.Storage(pending);
        var alone = await SoleWriter.OfAsync(storage, TimeProvider.System, default); // Azurite looks at all rows to answer one query.
        await Filling.FillAsync(Engine(alone, isBulk: true), alone.Content, pending, articles, CallsAtOnce);
        return await LiveTimes.OfAsync("Azurite", articles, Engine(storage, isBulk: false), pending, new Editor(storage.Content, articles), () => { });
    }

    private static PublishingEngine Engine(SiteStorage storage, bool isBulk) =>
        new(storage, TimeProvider.System, NullLoggerFactory.Instance, isBulk, rest: TimeSpan.Zero); // As after a quiet while.
}
