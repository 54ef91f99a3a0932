using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing;
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
        await Filling.FillAsync(Engine(isBulk: true), storage.Content, pending, articles, CallsAtOnce);
        return await LiveTimes.OfAsync("Azurite", articles, Engine(isBulk: false), pending, new Editor(storage.Content, articles), () => { });

        PublishingEngine Engine(bool isBulk) => new(storage, TimeProvider.System, NullLoggerFactory.Instance, isBulk, rest: TimeSpan.Zero); // As after a quiet while.
    }
}
