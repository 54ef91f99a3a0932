using Lysekil.Benchmarks.Corpus;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Benchmarks.Publish;

/// <summary>Fills a storage, and measures the elapsed time of publishes on it.</summary>
internal static class LiveTimesOnStorage
{
    private const int CallsAtOnce = 16; // A function app handles this many messages at once.

    public static Task<IReadOnlyList<LiveTimes>> OfAsync(StorageKind kind, int articles) =>
        kind == StorageKind.Azurite ? OnAzuriteAsync(articles) : WithLatencyAsync(articles);

    private static async Task<IReadOnlyList<LiveTimes>> WithLatencyAsync(int articles)
    {
        var site = await FilledSite.CreateAsync(articles);
        var engine = site.EngineThrough(TypicalLatency.Instance);
        return await LiveTimes.OfAsync(
            "latency", articles, engine, site.Pending, new Editor(site.Storage.Content, articles), site.Wait);
    }

    private static async Task<IReadOnlyList<LiveTimes>> OnAzuriteAsync(int articles)
    {
        await using var site = await AzuriteSite.StartAsync();
        var pending = new CoalescingQueue();
        var storage = site.Storage(pending);
        // Azurite scans all rows for each query.
        var alone = await WriteThroughStorage.OpenAsync(storage, TimeProvider.System, default);
        await SiteFiller.FillAsync(Engine(alone, isBulk: true), alone.Content, pending, articles, CallsAtOnce);
        var editor = new Editor(storage.Content, articles);
        return await LiveTimes.OfAsync(
            "Azurite", articles, Engine(storage, isBulk: false), pending, editor, wait: () => { });
    }

    private static PublishingEngine Engine(SiteStorage storage, bool isBulk) =>
        // No page is deferred, as after a quiet time.
        new(
            storage,
            TimeProvider.System,
            NullLoggerFactory.Instance,
            new PublishingOptions { IsBulk = isBulk, Rest = TimeSpan.Zero });
}
