using System.Text;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>Fills a site with articles, and refreshes its pages until none is stale.</summary>
internal static class SiteFiller
{
    /// <param name="engine">A bulk engine that sends its messages to <paramref name="pending"/>.</param>
    /// <param name="content">The empty container of the editors.</param>
    /// <param name="pending">The queue of refreshes.</param>
    /// <param name="articles">The number of articles.</param>
    /// <param name="atOnce">
    /// The number of concurrent operations: the number of cores for storage in memory, more for storage over a network.
    /// </param>
    public static async Task FillAsync(
        PublishingEngine engine, IBlobContainer content, CoalescingQueue pending, int articles, int atOnce)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        await Parallel.ForAsync(0, articles, parallel, async (number, cancellation) =>
        {
            await UploadAsync(content, Articles.Path(number), Articles.Text(number));
            await engine.ContentEvents.HandleAsync(
                new(ContentEvent.Publish(new(Articles.Path(number))), 1), cancellation);
        });
        await RefreshAllAsync(engine, pending, atOnce);
    }

    /// <summary>Refreshes pages until no message is left.</summary>
    public static async Task RefreshAllAsync(PublishingEngine engine, CoalescingQueue pending, int atOnce)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        while (pending.Take() is { Count: > 0 } messages)
        {
            await Parallel.ForEachAsync(
                messages, parallel, async (message, cancellation) =>
                    await engine.PageRefreshes.HandleAsync(new(message, 1), cancellation));
        }
    }

    /// <summary>Writes a source, whatever its current version.</summary>
    public static async Task UploadAsync(IBlobContainer content, string path, string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var before = await content.FindAsync(path, default);
        _ = await content.WriteAsync(path, bytes, new BlobHeaders("text/markdown"), before?.ETag, default)
            ?? throw new InvalidOperationException($"Another writer changed {path}.");
    }
}
